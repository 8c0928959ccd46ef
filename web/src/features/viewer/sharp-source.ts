import { useEffect, useState } from 'react'

const soon = 2560
/** Sizes that the server keeps once it has made them. */
const sizes = [800, 1600, 2560, 4096, 8192]

/** The smallest of them that has as many pixels as are wanted. */
export const sizeFor = (wanted: number): number => sizes.find((size) => size >= wanted) ?? 8192

/** The picture to show: what is there stays until a sharper one has come. It is never exchanged for a coarser one. */
export function useSharpSource(addressOf: (size: number) => string | undefined, wanted: number) {
  const [size, setSize] = useState(() => sizeFor(Math.min(wanted, 1600)))
  const target = sizeFor(wanted)
  // of a large picture something sharper is shown soon, all of it when that has come
  const next = target > soon && size < soon ? soon : target
  const src = addressOf(size)
  const nextSrc = next > size ? addressOf(next) : undefined

  useEffect(() => {
    if (nextSrc === undefined) return
    const coming = new Image()
    let isWanted = true
    coming.src = nextSrc
    coming.decode().then(
      () => isWanted && setSize(next),
      () => {}, // the coarser one stays
    )
    return () => {
      isWanted = false
    }
  }, [nextSrc, next])

  return src
}
