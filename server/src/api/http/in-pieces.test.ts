import { expect, test } from 'vitest'
import { inPieces } from './in-pieces.ts'

test('work that began first is done first, a piece each time the event loop comes round', async () => {
  const done: string[] = []
  const work = async (name: string, pieces: number) => {
    const next = inPieces()
    for (let piece = 1; piece <= pieces; piece++) {
      await next()
      done.push(`${name}${piece}`)
    }
  }
  let rounds = 0
  const count = () => {
    done.push('round')
    if (++rounds < 6) setImmediate(count)
  }
  setImmediate(count)

  await Promise.all([work('a', 2), work('b', 2), work('c', 1)])

  const pieces = done.filter((one) => one !== 'round')
  expect(pieces).toEqual(['a1', 'a2', 'b1', 'b2', 'c1'])
  for (const [at, one] of done.entries()) if (one !== 'round') expect(done[at - 1] ?? 'round').toBe('round')
})
