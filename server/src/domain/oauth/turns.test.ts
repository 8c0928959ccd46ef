import { expect, test } from 'vitest'
import { takeTurns } from './turns.ts'

test('work of one key is done one at a time in order, also after one that failed, and other keys do not wait', async () => {
  const turns = takeTurns()
  const done: string[] = []
  let letGo = () => {}
  const first = turns('a', () => new Promise<void>((resolve) => (letGo = resolve)).then(() => void done.push('a1')))
  const second = turns('a', async () => {
    done.push('a2')
    throw new Error('a2 failed')
  })
  const third = turns('a', async () => void done.push('a3'))
  await turns('b', async () => void done.push('b'))
  expect(done).toEqual(['b'])

  letGo()
  await first
  await expect(second).rejects.toThrow('a2 failed')
  await third
  expect(done).toEqual(['b', 'a1', 'a2', 'a3'])
})
