import { expect, test } from 'vitest'
import { planAlbums } from './plan-albums.ts'

const file = (way: string) => {
  const parts = way.split('/')
  return { path: `/home/${way}`, name: parts.at(-1) ?? '', folders: parts.slice(0, -1) }
}
const placesOf = (ways: string[], base: string[] = []) =>
  Object.fromEntries(
    planAlbums(ways.map(file), base).map(({ folders, name, album }) => [
      [...folders, name].join('/'),
      album?.join('/') ?? null,
    ]),
  )

test('a folder that holds only files becomes an album', () => {
  expect(placesOf(['Press/a.jpg', 'Press/b.jpg'])).toEqual({ 'Press/a.jpg': 'Press', 'Press/b.jpg': 'Press' })
})

test('a folder that holds folders keeps its own files in an album of its name', () => {
  expect(placesOf(['Press/a.jpg', 'Press/2026/b.jpg'])).toEqual({
    'Press/a.jpg': 'Press/Press',
    'Press/2026/b.jpg': 'Press/2026',
  })
})

test('files beside each other, outside every folder, are in no album', () => {
  expect(placesOf(['a.jpg', 'Press/b.jpg'])).toEqual({ 'a.jpg': null, 'Press/b.jpg': 'Press' })
})

test('everything goes under the album that was asked for', () => {
  expect(placesOf(['a.jpg'], ['Import', '2026'])).toEqual({ 'a.jpg': 'Import/2026' })
  expect(placesOf(['a.jpg', 'Press/b.jpg'], ['Import'])).toEqual({
    'a.jpg': 'Import/Import',
    'Press/b.jpg': 'Import/Press',
  })
})

test('characters that no name may have become _', () => {
  expect(placesOf(['What?/a.jpg'])).toEqual({ 'What?/a.jpg': 'What_' })
})
