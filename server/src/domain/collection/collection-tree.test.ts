import { expect, test } from 'vitest'
import { parseSearch } from '../search/parse-search.ts'
import type { Collection, CollectionId } from './collection.ts'
import { collectionTree } from './collection-tree.ts'
import { matchesFilters } from './matches-filters.ts'
import { sortCollections } from './sort-collections.ts'

const made = (
  kind: Collection['kind'],
  id: string,
  parent: string | null,
  given: Partial<Collection> = {},
): Collection => ({
  id: id as CollectionId,
  kind,
  parentId: parent as CollectionId | null,
  name: id,
  description: '',
  owner: 'mara@descant.test',
  createdAt: 5_000,
  modifiedAt: 5_000,
  ...given,
})

// children before their parents, as a database may well give them
const tree = collectionTree(
  [
    made('album', 'DEEP', 'INNER'),
    made('folder', 'INNER', 'OUTER'),
    made('album', 'TOP', null),
    made('folder', 'OUTER', null),
  ],
  new Map([['DEEP' as CollectionId, 7]]),
)

test('everything has its path from the root and its size', () => {
  const pathOf = (id: string) => tree.find(id)?.path.map((step) => step.id)

  expect(pathOf('DEEP')).toEqual(['OUTER', 'INNER', 'DEEP'])
  expect(['DEEP', 'TOP', 'OUTER', 'INNER'].map((id) => tree.find(id)?.size)).toEqual([7, 0, 1, 1])
  expect(tree.find('NOONE')).toBeUndefined()
})

test('under a folder is what lies below, however deep, and not the folder itself', () => {
  expect(
    tree
      .under('OUTER' as CollectionId)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['DEEP', 'INNER'])
  expect(
    tree
      .childrenOf(null)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['OUTER', 'TOP'])
  expect(tree.childrenOf('TOP' as CollectionId)).toEqual([])
})

test('equals stand in the order of their ids, up and down', () => {
  const equal = ['C', 'A', 'B'].map((id) => ({ ...made('folder', id, null, { name: 'same' }), path: [], size: 0 }))

  for (const ascending of [true, false]) {
    expect(sortCollections(equal, { sortBy: 'name', ascending }).map(({ id }) => id)).toEqual(['A', 'B', 'C'])
  }
})

test.each([
  ['keyword=tiger', true],
  ['keyword=forest', true],
  ['keyword=tigerforest', true],
  ['keyword=tigerfor*', true],
  ['keyword=tig*', true],
  ['keyword=ger', false],
  ['keyword=%22tiger%20forest%22', true],
  ['keyword=%22forest%20tiger%22', false],
  ['keyword=forest%20tiger', true],
  ['keyword=tiger%20desert', false],
  ['keyword=tiger%20desert&operator=or', true],
  ['keyword=Grun', true],
  ['keyword=都', true],
  ['keyword=*', true],
  ['keyword=tigerforest&exactMatch=true', true],
  ['keyword=tiger&exactMatch=true', false],
  ['keyword=tiger&searchInField=filename', true],
  ['keyword=tiger&searchInField=description', false],
  ['keyword=tiger&searchInField=filename&searchInField=tags', false],
  ['keyword=tiger&searchInField=filename&searchInField=tags&operator=or', true],
  ['lastModified=5..5', true],
  ['lastModified=6..', false],
  ['created=..4', false],
  ['owner=MARA@descant.test|ines@descant.test', true],
  ['owner=ines@descant.test', false],
  ['scheme=folder', true],
  ['scheme=album|image', false],
  ['tags=a', false],
  ['duration=1..', false],
])('a folder TigerForest, described as "grün, 東京都": %s finds it is %s', (query, found) => {
  const folder = made('folder', 'A', null, { name: 'TigerForest', description: 'grün, 東京都', modifiedAt: 5_999 })

  expect(matchesFilters(folder, parseSearch(query))).toBe(found)
})
