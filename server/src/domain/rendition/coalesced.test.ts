import { expect, test } from 'vitest'
import { coalesced } from './coalesced.ts'

test('who asks for the same in the same place waits for one and the same work, until it is done', async () => {
  const once = coalesced<number>()
  const [here, there] = [{}, {}]
  let works = 0
  const work = async () => ++works

  const together = [once(here, 'a', work), once(here, 'a', work), once(here, 'b', work), once(there, 'a', work)]

  expect(await Promise.all(together)).toEqual([1, 1, 2, 3])
  expect(await once(here, 'a', work)).toBe(4)
})

test('work that fails is tried again by the next who asks', async () => {
  const once = coalesced<string>()
  const here = {}

  await expect(once(here, 'a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await once(here, 'a', async () => 'made')).toBe('made')
})
