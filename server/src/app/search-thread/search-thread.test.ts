import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, open, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { availableDatabases, type OwnDatabase, type TestDatabase } from '../../../test/harness/databases.ts'
import { expectAsMadeAnew } from '../../../test/harness/expect-as-made-anew.ts'
import { someAccount } from '../../../test/harness/made-up.ts'
import { addAssets, namesFound, rename, search, trash } from '../../../test/harness/searched.ts'
import type { Account } from '../../domain/account/account.ts'
import type { IndexNews } from '../../domain/search/index-news.ts'
import { openSearchThread } from './open-search-thread.ts'
import { threadSearches } from './thread-searches.ts'

const mebibyte = 1024 * 1024

for (const database of availableDatabases()) {
  describe.skipIf(database.missing)(`The search thread on ${database.name}`, () => {
    test('finds what was there, and every write as soon as it is answered', async () => {
      const { library, searches } = await aLibrary(database)
      const [poster] = await addAssets(library, ['poster', 'lion'])
      expect(await namesFound(searches, library)).toEqual(['lion', 'poster'])

      if (poster) await rename(library, poster, 'panther')
      expect(await namesFound(searches, library, 'keyword=panther')).toEqual(['panther'])
      if (poster) await trash(library, poster)
      expect(await namesFound(searches, library)).toEqual(['lion'])

      const seen = await Promise.all(
        Array.from({ length: 20 }, async (_, no) => {
          await addAssets(library, [`writer${no}x`])
          return await namesFound(searches, library, `keyword=writer${no}x`)
        }),
      )
      expect(seen).toEqual(Array.from({ length: 20 }, (_, no) => [`writer${no}x`]))
      await expectAsMadeAnew(searches, library)
    })

    test('skips no change of two processes that write at once, and is never behind what they have been answered', async () => {
      const { own, account, library, searches, news } = await aLibrary(database)
      const writers = ['a', 'b'].map((prefix) => writeElsewhere(own, account, prefix, 60))

      const late: string[] = []
      await Promise.all(
        writers.map(async (writer) => {
          for await (const name of createInterface(writer.stdout as NonNullable<ChildProcess['stdout']>)) {
            const { found } = await search(searches, library, `keyword=${name}`)
            if (found !== 1) late.push(name)
          }
        }),
      )

      expect(late).toEqual([])
      expect((await search(searches, library)).found).toBe(120)
      await expectAsMadeAnew(searches, library)
      expect(news.filter(({ event }) => event === 'made')).toHaveLength(1) // no gap made it begin anew
    })

    test('begins with the snapshot of its last time, and takes in what happened since', async () => {
      const place = await aLibrary(database)
      const { library } = place
      const ids = await addAssets(library, [...'abcdefgh'])
      await search(place.searches, library)
      await place.searches.close()
      await addAssets(library, ['poster'])
      if (ids[0]) await rename(library, ids[0], 'poster too')
      if (ids[1]) await trash(library, ids[1])

      const again = place.openAgain()

      await expectAsMadeAnew(again.searches, library)
      expect(again.news).toMatchObject([{ event: 'made', from: 'snapshot', documents: 8 }])
    })
  })
}

describe('A snapshot', () => {
  const harms: [string, (path: string) => Promise<void>][] = [
    ['cut short', async (path) => truncate(path, Math.floor((await stat(path)).size / 2))],
    ['empty', (path) => truncate(path, 0)],
    ['changed in one byte', (path) => changeByte(path)],
    ['something else', (path) => writeFile(path, 'hello')],
  ]
  for (const [how, harm] of harms) {
    test(`that is ${how} is noticed and made anew`, async () => {
      const place = await withSnapshot()
      await harm(place.snapshot)

      const again = place.openAgain()

      await expectAsMadeAnew(again.searches, place.library)
      expect(again.news).toMatchObject([
        { event: 'snapshot-refused' },
        { event: 'making' },
        { event: 'made', from: 'database' },
      ])
      await again.searches.close()
      const healed = place.openAgain()
      await search(healed.searches, place.library)
      expect(healed.news).toMatchObject([{ event: 'made', from: 'snapshot' }])
    })
  }

  test('of another library under this one’s name is noticed', async () => {
    const [place, other] = [await withSnapshot(), await withSnapshot()]
    await copyFile(other.snapshot, place.snapshot)

    const again = place.openAgain()

    await expectAsMadeAnew(again.searches, place.library)
    expect(again.news[0]).toEqual({ event: 'snapshot-refused', reason: 'it belongs to another library' })
  })

  test('of the same library before it was brought back from a backup is noticed', async () => {
    const place = await withSnapshot()
    // the backup is from before the last three changes, and work went on from there
    withFile(place, "update change set time = 77 where seq > 5; update asset set name = 'other' where name = 'h'")

    const again = place.openAgain()

    await expectAsMadeAnew(again.searches, place.library)
    expect(again.news[0]).toEqual({ event: 'snapshot-refused', reason: 'it is of another database' })
  })

  test('serves a library in which nothing has happened for so long that the log is empty', async () => {
    const place = await withSnapshot()
    await place.library.transaction(({ changes }) => changes.dropBefore(Number.MAX_SAFE_INTEGER))

    const again = place.openAgain()

    await expectAsMadeAnew(again.searches, place.library)
    expect(again.news).toMatchObject([{ event: 'made', from: 'snapshot' }])
  })

  test('that holds something else than the database is noticed, whatever the log says', async () => {
    const place = await withSnapshot()
    withFile(place, "delete from change; update asset set name = 'other' where name = 'c'")

    const again = place.openAgain()

    await expectAsMadeAnew(again.searches, place.library)
    expect(again.news[0]).toMatchObject({ event: 'snapshot-refused', reason: expect.stringContaining('what it holds') })
  })

  test('that the change log no longer reaches back to is noticed', async () => {
    const place = await withSnapshot()
    await addAssets(place.library, ['later'])
    await place.library.transaction(({ changes }) => changes.dropBefore(Number.MAX_SAFE_INTEGER))

    const again = place.openAgain()

    await expectAsMadeAnew(again.searches, place.library)
    expect(again.news[0]).toMatchObject({ event: 'snapshot-refused', reason: expect.stringContaining('no longer') })
  })

  test('can be read by nobody else, and what a killed process left of one goes with the next', async () => {
    const place = await withSnapshot()
    await writeFile(`${place.snapshot}.killed.part`, 'half')
    await addAssets(place.library, ['more'])
    const again = place.openAgain()
    await search(again.searches, place.library)
    await again.searches.close()

    expect((await stat(place.snapshot)).mode & 0o077).toBe(0)
    expect(await readdir(place.folder)).toEqual([`${place.account.id}.index`])
  })
})

describe('When the thread dies', () => {
  test('who waits is refused for now, and the next ones get right answers', async () => {
    const { library, searches, threads, news } = await aLibrary()
    await addAssets(library, ['poster'])
    await search(searches, library)

    const waiting = Array.from({ length: 5 }, () => search(searches, library))
    const refused = Promise.allSettled(waiting)
    await threads[0]?.terminate()

    for (const answer of await refused) {
      if (answer.status === 'fulfilled') expect(answer.value.found).toBe(1)
      else expect(answer.reason).toMatchObject({ refusal: 'unavailable', retryAfterSeconds: expect.any(Number) })
    }
    await addAssets(library, ['lion'])
    expect(await namesFound(searches, library)).toEqual(['lion', 'poster'])
    expect(threads).toHaveLength(2)
    expect(news).toContainEqual({ event: 'failed', reason: expect.stringContaining('has ended') })
  })

  test('it starts again by itself, so that the next search does not wait for it', async () => {
    const { library, searches, threads, news } = await aLibrary()
    await addAssets(library, ['poster'])
    await search(searches, library)

    await threads[0]?.terminate()

    await vi.waitFor(() => expect(news.filter(({ event }) => event === 'made')).toHaveLength(2), { timeout: 10_000 })
  })

  test('again and again, searches are refused at once', async () => {
    const { library, searches, threads } = await aLibrary()
    await search(searches, library)
    for (let deaths = 1; deaths <= 3; deaths++) {
      await vi.waitFor(() => expect(threads).toHaveLength(deaths))
      await threads.at(-1)?.terminate()
    }

    await expect(search(searches, library)).rejects.toMatchObject({ refusal: 'unavailable', retryAfterSeconds: 15 })
    expect(threads).toHaveLength(3)
  })

  test('of too little heap, the process goes on', async () => {
    const { library, searches } = await aLibrary(undefined, { heapMiB: 6 })
    await addAssets(library, ['poster'])

    await expect(search(searches, library)).rejects.toMatchObject({ refusal: 'unavailable' })
  })
})

test('An index that would need more memory than it may have is refused in words, and comes back when it may have more', async () => {
  const place = await aLibrary(undefined, { mostBytes: 1 })
  await addAssets(place.library, ['poster'])

  const refused = await search(place.searches, place.library).catch((error: unknown) => error)
  expect(refused).toMatchObject({ refusal: 'unavailable', retryAfterSeconds: 300 })
  expect(String(refused)).toContain('DESCANT_SEARCH_MEMORY')
  await expect(search(place.searches, place.library)).rejects.toThrow('DESCANT_SEARCH_MEMORY')
  expect(place.threads).toHaveLength(1)
  await place.searches.close()

  const { searches } = place.openAgain({ mostBytes: 100 * mebibyte })
  expect(await namesFound(searches, place.library)).toEqual(['poster'])
})

test('Nothing is started before somebody searches', async () => {
  const { library, searches, threads } = await aLibrary()
  await addAssets(library, ['poster'])
  expect(threads).toEqual([])

  await search(searches, library)
  expect(threads).toHaveLength(1)
})

type Setting = { mostBytes?: number; heapMiB?: number }

async function aLibrary(database: TestDatabase | undefined = availableDatabases()[0], setting: Setting = {}) {
  const own = await (database as TestDatabase).create()
  const folder = await mkdtemp(join(tmpdir(), 'descant-search-'))
  const account = someAccount()
  const library = await (await own.open()).libraries.of(account)
  const opened: { close(): Promise<void> }[] = []
  onTestFinished(async () => {
    for (const searches of opened) await searches.close()
    await own.close()
    await rm(folder, { recursive: true, force: true })
  })

  const openAgain = ({ mostBytes = 1024 * mebibyte, heapMiB }: Setting = {}) => {
    const threads: Worker[] = []
    const news: IndexNews[] = []
    const searches = threadSearches(() => {
      const thread = openSearchThread({ database: own.options, folder, mostBytes }, heapMiB)
      threads.push(thread)
      return thread
    })
    searches.listen((_, what) => void news.push(what))
    opened.push(searches)
    return { searches, threads, news }
  }
  return { own, folder, account, library, openAgain, ...openAgain(setting) }
}

/** Closed, with a snapshot of eight assets. */
async function withSnapshot() {
  const place = await aLibrary()
  await addAssets(place.library, [...'abcdefgh'])
  await search(place.searches, place.library)
  await place.searches.close()
  return { ...place, snapshot: join(place.folder, `${place.account.id}.index`) }
}

function withFile({ own, account }: { own: OwnDatabase; account: Account }, sql: string): void {
  const { dataFolder } = own.options as { dataFolder: string }
  const file = new DatabaseSync(join(dataFolder, 'accounts', account.id, 'library.sqlite'))
  file.exec(sql)
  file.close()
}

async function changeByte(path: string): Promise<void> {
  const file = await open(path, 'r+')
  const at = Math.floor((await file.stat()).size / 2)
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at)
  await file.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, at)
  await file.close()
}

function writeElsewhere(own: OwnDatabase, account: Account, prefix: string, count: number): ChildProcess {
  const script = fileURLToPath(new URL('../../../test/processes/write-assets.ts', import.meta.url))
  const task = JSON.stringify({ options: own.options, account, prefix, count })
  const child = spawn(process.execPath, [script, task], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(async () => {
    if (child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  })
  return child
}
