import { expect, test } from 'vitest'
import { planWays } from './plan-ways.ts'

const anywhere = { albumId: null, versionOf: null }
const dropped = (...ways: string[]) =>
  ways.map((way) => {
    const names = way.split('/')
    return { file: new File([], names.at(-1) ?? ''), folders: names.slice(0, -1) }
  })
const waysOf = (planned: ReturnType<typeof planWays>) => planned.map(({ target }) => target.way?.join('/') ?? null)

test('a dropped folder is an album, and one with folders in it a folder with an album of its name', () => {
  expect(waysOf(planWays(dropped('Spring/a.jpg', 'Spring/Shoes/b.jpg', 'Logos/c.svg', 'd.jpg'), anywhere))).toEqual([
    'Spring/Spring',
    'Spring/Shoes',
    'Logos',
    null,
  ])
})

test('names lose what no album may be called', () => {
  expect(waysOf(planWays(dropped('What?: now/a.jpg'), anywhere))).toEqual(['What__ now'])
})

test('into an album all files go as they are', () => {
  expect(waysOf(planWays(dropped('Spring/Shoes/b.jpg'), { ...anywhere, albumId: 'ABC12' }))).toEqual([null])
})
