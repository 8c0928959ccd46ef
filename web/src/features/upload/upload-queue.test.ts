import type { UploadEntry } from '@descant/contract'
import { afterEach, expect, test, vi } from 'vitest'
import { totalsOf, type UploadItem } from './upload-item.ts'
import { UploadQueue } from './upload-queue.ts'

const anywhere = { albumId: null, versionOf: null }
const anId = '0123456789abcdefghijklmnop'
const open: UploadQueue[] = []
afterEach(() => {
  for (const queue of open.splice(0)) queue.close()
})

/** The far end of a queue: keeps what is sent until the test lets it arrive, and says what became of it. */
function landing() {
  const underWay: { item: UploadItem; arrive: () => void; fail: (why: string) => void }[] = []
  const entries: UploadEntry[] = []
  const takenIn: string[] = []
  const decided: string[] = []
  let mostAtOnce = 0
  const queue = new UploadQueue({
    pollMs: 1,
    statuses: async () => ({ found: entries.length, results: entries }),
    onTakenIn: (items) => takenIn.push(...items.map(({ file }) => file.name)),
    takeIn: async (uploadId) => {
      decided.push(uploadId)
    },
    duplicates: async (ids) =>
      new Map(ids.map((id) => [id, { id: 'other', scheme: 'image' as const, name: 'first.jpg' }])),
    send: (item, onSent, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => journey.fail('Cancelled.'))
        const leave = () => underWay.splice(underWay.indexOf(journey), 1)
        const journey = {
          item,
          arrive() {
            leave()
            onSent(item.file.size)
            resolve()
          },
          fail(why: string) {
            leave()
            reject(new Error(why))
          },
        }
        underWay.push(journey)
        mostAtOnce = Math.max(mostAtOnce, underWay.length)
      }),
  })
  open.push(queue)
  const say = (name: string, fields: Partial<UploadEntry>) => {
    const refer_id = queue.items().find(({ file }) => file.name === name)?.key ?? ''
    entries.push({ id: anId, name, time: '20260101000000000', status: 'Queue', refer_id, ...fields })
  }
  const stateOf = (name: string) => queue.items().find(({ file }) => file.name === name)?.state
  return { queue, underWay, say, takenIn, decided, entries, stateOf, mostAtOnce: () => mostAtOnce }
}

const files = (...names: string[]) => names.map((name) => new File(['12345'], name))

test('three files travel at once, the others wait for their turn', async () => {
  const { queue, underWay, mostAtOnce, stateOf } = landing()

  queue.add(files('a', 'b', 'c', 'd', 'e'), anywhere)
  expect([stateOf('c'), stateOf('d')]).toEqual(['sending', 'waiting'])
  while (underWay.length > 0) {
    underWay[0]?.arrive()
    await vi.waitFor(() =>
      expect(queue.items().filter(({ state }) => state === 'sending')).toHaveLength(underWay.length),
    )
  }

  expect(mostAtOnce()).toBe(3)
  expect(queue.items().every(({ state }) => state === 'processing')).toBe(true)
})

test('a file is done when the server says so, not when it has arrived', async () => {
  const { queue, underWay, say, takenIn, stateOf } = landing()
  queue.add(files('poster.jpg'), anywhere)

  underWay[0]?.arrive()
  await vi.waitFor(() => expect(stateOf('poster.jpg')).toBe('processing'))
  say('poster.jpg', { status: 'Done', scheme: 'image' })

  await vi.waitFor(() => expect(stateOf('poster.jpg')).toBe('done'))
  expect(queue.items()[0]?.asset).toEqual({ scheme: 'image', id: anId })
  expect(takenIn).toEqual(['poster.jpg'])
})

test('two files of one name are not taken for each other', async () => {
  const { queue, underWay, say } = landing()
  queue.add(files('same.jpg', 'same.jpg'), anywhere)

  for (const journey of [...underWay]) journey.arrive()
  await vi.waitFor(() => expect(queue.items().every(({ state }) => state === 'processing')).toBe(true))
  say('same.jpg', { status: 'Error', message: 'It is empty.' }) // the first of the two

  await vi.waitFor(() => expect(queue.items().map(({ state }) => state)).toEqual(['failed', 'processing']))
})

test('every failed file has its reason, and one failure stops nothing else', async () => {
  const { queue, underWay, say, stateOf } = landing()
  queue.add(files('cut-off.jpg', 'broken.jpg', 'fine.jpg'), anywhere)

  underWay[0]?.fail('The connection broke.')
  for (const journey of [...underWay]) journey.arrive()
  await vi.waitFor(() => expect(stateOf('fine.jpg')).toBe('processing'))
  say('broken.jpg', { status: 'Error', message: 'This is no picture.' })
  say('fine.jpg', { status: 'Done', scheme: 'image' })

  await vi.waitFor(() => expect(queue.items().map(({ state }) => state)).toEqual(['failed', 'failed', 'done']))
  expect(queue.items().map(({ problem }) => problem)).toEqual(['The connection broke.', 'This is no picture.', null])
  expect(totalsOf(queue.items())).toMatchObject({ count: 3, done: 1, failed: 2, open: 0 })
})

test('a failed file can be sent again, as a new one', async () => {
  const { queue, underWay, say, stateOf } = landing()
  queue.add(files('poster.jpg'), anywhere)
  const first = queue.items()[0]?.key ?? ''
  underWay[0]?.fail('The connection broke.')
  await vi.waitFor(() => expect(stateOf('poster.jpg')).toBe('failed'))

  queue.retry(first)
  underWay[0]?.arrive()
  await vi.waitFor(() => expect(stateOf('poster.jpg')).toBe('processing'))
  say('poster.jpg', { status: 'Done', scheme: 'image' })

  await vi.waitFor(() => expect(stateOf('poster.jpg')).toBe('done'))
  expect(queue.items()[0]?.key).not.toBe(first)
})

test('progress counts bytes, so a large file weighs more than a small one', () => {
  const item = (size: number, fields: Partial<UploadItem>): UploadItem => ({
    key: String(size),
    file: new File([new Uint8Array(size)], `${size}`),
    target: anywhere,
    state: 'sending',
    sentBytes: 0,
    problem: null,
    keptAs: null,
    asset: null,
    sameAs: null,
    ...fields,
  })

  expect(totalsOf([item(100, { state: 'done' }), item(900, { sentBytes: 450 })]).sent).toBe(0.55)
  expect(totalsOf([item(100, { state: 'failed' }), item(100, { state: 'done' })]).sent).toBe(1)
  expect(totalsOf([]).sent).toBe(1)
})

test('what has come to an end can be put away, the rest stays', async () => {
  const { queue, underWay, stateOf } = landing()
  queue.add(files('a', 'b'), anywhere)
  underWay[0]?.fail('No.')
  await vi.waitFor(() => expect(stateOf('a')).toBe('failed'))

  queue.clearFinished()

  expect(queue.items().map(({ file }) => file.name)).toEqual(['b'])
})

test('what has not arrived can be cancelled, and the next sets out', async () => {
  const { queue, underWay } = landing()
  queue.add(files('a', 'b', 'c', 'd', 'e'), anywhere)
  const keyOf = (name: string) => queue.items().find(({ file }) => file.name === name)?.key ?? ''

  queue.cancel(keyOf('a'))
  queue.cancel(keyOf('e'))

  await vi.waitFor(() => expect(underWay.map(({ item }) => item.file.name)).toEqual(['b', 'c', 'd']))
  expect(queue.items().map(({ file }) => file.name)).toEqual(['b', 'c', 'd'])

  queue.cancelAll()
  await vi.waitFor(() => expect(underWay).toEqual([]))
  expect(queue.items()).toEqual([])
})

test('a file that is not sound is taken in when somebody decides so', async () => {
  const { queue, underWay, say, decided, entries, stateOf } = landing()
  queue.add(files('cut-off.jpg'), anywhere)
  underWay[0]?.arrive()
  await vi.waitFor(() => expect(stateOf('cut-off.jpg')).toBe('processing'))
  say('cut-off.jpg', { status: 'Error', message: 'It is cut off.' })
  await vi.waitFor(() => expect(stateOf('cut-off.jpg')).toBe('failed'))

  entries.length = 0
  await queue.takeIn(queue.items()[0]?.key ?? '')
  say('cut-off.jpg', { status: 'Done', scheme: 'image' })

  expect(decided).toEqual([anId])
  await vi.waitFor(() => expect(stateOf('cut-off.jpg')).toBe('done'))
})

test('a file that was there already says which it is', async () => {
  const { queue, underWay, say, stateOf } = landing()
  queue.add(files('again.jpg'), anywhere)
  underWay[0]?.arrive()
  await vi.waitFor(() => expect(stateOf('again.jpg')).toBe('processing'))
  say('again.jpg', { status: 'Done', scheme: 'image' })

  await vi.waitFor(() => expect(queue.items()[0]?.sameAs?.name).toBe('first.jpg'))
})

test('of a thousand files listeners hear in portions', async () => {
  const { queue } = landing()
  let heard = 0
  queue.subscribe(() => {
    heard += 1
  })

  queue.add(files(...Array.from({ length: 1000 }, (_, index) => `${index}.jpg`)), anywhere)
  await vi.waitFor(() => expect(heard).toBe(1))

  expect(totalsOf(queue.items())).toMatchObject({ count: 1000, open: 1000 })
})
