import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DamAsset } from '../provider/dam.ts'
import { type Action, type HeldFile, plan } from './plan.ts'

const asset = (given: Partial<DamAsset> = {}): DamAsset => ({
  id: 'a',
  scheme: 'image',
  name: 'poster.jpg',
  size: 10,
  md5: 'm1',
  lastUploaded: '20260101000000000',
  keywords: ['print'],
  tags: [],
  description: '',
  owner: 'Mara',
  width: null,
  height: null,
  pageUrl: null,
  downloadUrl: 'https://dam.example/1',
  previewUrl: null,
  ...given,
})
const held = (given: Partial<DamAsset> = {}, state: Partial<HeldFile> = {}): HeldFile => ({
  asset: asset(given),
  isRemoved: false,
  wantsThumbnail: false,
  ...state,
})

test.each<[string, DamAsset[], HeldFile[], Action['does'][]]>([
  ['a new file is fetched', [asset()], [], ['fetch']],
  ['a file that is here as it should be is left alone', [asset()], [held()], []],
  ['other bytes are fetched', [asset({ md5: 'm2', lastUploaded: '20260102000000000' })], [held()], ['fetch-version']],
  [
    'a version uploaded anew is fetched though its checksum is the same',
    [asset({ lastUploaded: '2' })],
    [held()],
    ['fetch-version'],
  ],
  ['a checksum that an answer leaves out means nothing', [asset({ md5: null })], [held()], []],
  ['a new name is followed without its bytes', [asset({ name: 'billboard.jpg' })], [held()], ['rename']],
  ['a new version brings its new name along', [asset({ name: 'b.jpg', md5: 'm2' })], [held()], ['fetch-version']],
  ['new details are taken over', [asset({ tags: ['x'] })], [held()], ['update']],
  [
    'another address for the same bytes is no change',
    [asset({ downloadUrl: 'https://dam.example/2?sig=1' })],
    [held()],
    [],
  ],
  ['what is not eligible any more leaves', [], [held()], ['drop']],
  ['what left stays away', [], [held({}, { isRemoved: true })], []],
  ['what left comes back from what was kept', [asset()], [held({}, { isRemoved: true })], ['restore']],
  ['what left and changed is fetched', [asset({ md5: 'm2' })], [held({}, { isRemoved: true })], ['fetch']],
  ['a file without its picture gets one', [asset()], [held({}, { wantsThumbnail: true })], ['draw']],
  [
    'a file named twice is planned once, as it was said last',
    [asset(), asset({ name: 'b.jpg' })],
    [held()],
    ['rename'],
  ],
])('%s', (_, eligible, here, actions) => {
  expect(plan(eligible, here).map(({ does }) => does)).toEqual(actions)
})

test('a rename says what the file was called', () => {
  expect(plan([asset({ name: 'b.jpg' })], [held()])).toEqual([
    { does: 'rename', asset: asset({ name: 'b.jpg' }), from: 'poster.jpg' },
  ])
})

describe('for any library and any state of ours', () => {
  const anyAsset = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    name: fc.constantFrom('one.jpg', 'two.jpg', 'three.jpg'),
    md5: fc.constantFrom('m1', 'm2'),
    lastUploaded: fc.constantFrom('1', '2'),
    tags: fc.constantFrom<string[]>([], ['x'], ['x', 'y']),
  })
  const eligible = fc.uniqueArray(anyAsset.map(asset), { selector: ({ id }) => id })
  const here = fc.uniqueArray(
    fc.record({ asset: anyAsset.map(asset), isRemoved: fc.boolean(), wantsThumbnail: fc.boolean() }),
    { selector: (file) => file.asset.id },
  )

  /** What performing does to the library, without files. */
  function apply(actions: Action[], before: HeldFile[]): HeldFile[] {
    const files = new Map(before.map((file) => [file.asset.id, file]))
    for (const { does, asset: wanted } of actions) {
      const file = files.get(wanted.id)
      if (does === 'drop' && file) files.set(wanted.id, { ...file, isRemoved: true })
      else if (does === 'fetch' || does === 'fetch-version') {
        files.set(wanted.id, { asset: wanted, isRemoved: false, wantsThumbnail: true })
      } else if (file) {
        files.set(wanted.id, {
          asset: wanted,
          isRemoved: false,
          wantsThumbnail: does === 'draw' ? false : file.wantsThumbnail,
        })
      }
    }
    return [...files.values()]
  }

  /** Planning and doing until nothing is left; more than a few rounds would be a circle. */
  function settle(wanted: DamAsset[], before: HeldFile[]): HeldFile[] {
    let files = before
    for (let round = 0; round < 4; round++) {
      const actions = plan(wanted, files)
      if (actions.length === 0) return files
      files = apply(actions, files)
    }
    throw new Error('The plan never comes to an end')
  }

  test('doing what is planned leads to exactly the eligible files, and then there is nothing to do', () => {
    fc.assert(
      fc.property(eligible, here, (wanted, before) => {
        const after = settle(wanted, before)
        const present = after.filter(({ isRemoved }) => !isRemoved).map((file) => file.asset)
        const byId = (one: DamAsset, other: DamAsset) => one.id.localeCompare(other.id)
        expect(present.sort(byId)).toEqual([...wanted].sort(byId))
        expect(plan(wanted, after)).toEqual([])
      }),
    )
  })

  test('no file has two things done to it at once', () => {
    fc.assert(
      fc.property(eligible, here, (wanted, before) => {
        const ids = plan(wanted, before).map((action) => action.asset.id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})
