import { useState } from 'react'
import type { PictureSource, Shape } from './picture-source.ts'
import { useSharpSource } from './sharp-source.ts'
import { useSettled } from './use-settled.ts'

/** One page as a picture, as sharp as it is shown. `onShape` tells its shape, which may not be the first page's. */
export function PagePicture({
  source,
  shown,
  onShape,
}: {
  source: PictureSource
  /** On the screen, in its own pixels. */
  shown: number
  onShape: (shape: Shape) => void
}) {
  const settled = useSettled()
  const [failed, setFailed] = useState(false)
  const src = useSharpSource(source.addressOf, shown)

  if (failed) return <span className="page-failed">This page can’t be shown.</span>
  if (!settled) return null
  return (
    <img
      src={src}
      alt={source.alt}
      decoding="async"
      draggable={false}
      onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => onShape({ width, height })}
      onError={() => setFailed(true)}
    />
  )
}
