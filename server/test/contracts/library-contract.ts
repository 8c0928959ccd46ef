import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Account } from '../../src/domain/account/account.ts'
import type { AssetId } from '../../src/domain/asset/asset.ts'
import type { NewChange } from '../../src/domain/change/change.ts'
import type { OwnDatabase, TestDatabase } from '../harness/databases.ts'
import { noon, someAccount, someAsset, someId, someKeyword, someUser } from '../harness/made-up.ts'

const change = (): NewChange => ({ event: 'asset.changed', scheme: 'image', id: someId<AssetId>(), time: noon })

/** Transactions, commits and processes; what each store does has contracts of its own. */
export function libraryContract(database: TestDatabase): void {
  describe.skipIf(database.missing)(`library: ${database.name}`, () => {
    const closing: (() => Promise<unknown>)[] = []
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close()
    })

    async function openOne() {
      const own = await database.create()
      closing.push(own.close)
      const account = someAccount()
      const opened = await own.open()
      return { own, account, opened, library: await opened.libraries.of(account) }
    }
    /** As in another process: nothing is shared but the database. */
    const openAgain = async (own: OwnDatabase, account: Account) => (await own.open()).libraries.of(account)

    test('the same account has the same handle, and no other account’s things', async () => {
      const { opened, account, library } = await openOne()
      const other = await opened.libraries.of(someAccount())
      const user = someUser()

      await library.transaction(({ users }) => users.insert(user))

      expect(await opened.libraries.of(account)).toBe(library)
      expect(library.accountId).toBe(account.id)
      expect(await other.read.users.find(user.id)).toBeUndefined()
      expect(await other.read.users.all()).toEqual([])
    })

    test('an id that could name something else opens nothing', async () => {
      const { opened } = await openOne()

      for (const id of ['../control', 'a"b', '', 'A', 'a'.repeat(60)]) {
        await expect(opened.libraries.of(someAccount({ id: id as Account['id'] }))).rejects.toThrow('can’t name')
      }
    })

    test('two processes that make the same library at once make one', async () => {
      const own = await database.create()
      closing.push(own.close)
      const account = someAccount()

      const libraries = await Promise.all(
        Array.from({ length: 3 }, async () => (await own.open()).libraries.of(account)),
      )

      const user = someUser()
      await libraries[0]?.transaction(({ users }) => users.insert(user))
      for (const library of libraries) expect(await library.read.users.all()).toEqual([user])
    })

    test('a transaction answers what its work answers, and sees its own writes before others do', async () => {
      const { library } = await openOne()
      const keyword = someKeyword()

      const seen = await library.transaction(async ({ keywords }) => {
        await keywords.insert(keyword)
        return { inside: await keywords.find(keyword.id), outside: await library.read.keywords.find(keyword.id) }
      })

      expect(seen).toEqual({ inside: keyword, outside: undefined })
      expect(await library.read.keywords.find(keyword.id)).toEqual(keyword)
    })

    test('work that throws leaves nothing, and its error arrives', async () => {
      const { library } = await openOne()
      const [keyword, user] = [someKeyword(), someUser()]
      const reason = new Error('changed my mind')

      const failed = library.transaction(async ({ keywords, users }) => {
        await keywords.insert(keyword)
        await users.insert(user)
        throw reason
      })

      await expect(failed).rejects.toBe(reason)
      expect(await library.read.keywords.find(keyword.id)).toBeUndefined()
      expect(await library.read.users.find(user.id)).toBeUndefined()
      await library.transaction(({ users }) => users.insert(user))
    })

    test('work that goes on after a statement failed is undone all the same', async () => {
      const { library } = await openOne()
      const keyword = someKeyword()
      const withoutAsset = someId<AssetId>()

      const failed = library.transaction(async ({ keywords }) => {
        await keywords.insert(keyword)
        await keywords.attach(withoutAsset, keyword.id).catch(() => {})
      })

      await expect(failed).rejects.toThrow()
      expect(await library.read.keywords.find(keyword.id)).toBeUndefined()
    })

    test('after its end a transaction takes no more statements', async () => {
      const { library } = await openOne()
      const late = someKeyword()

      const stores = await library.transaction(async (open) => open)

      await expect(stores.keywords.insert(late)).rejects.toThrow('The transaction has ended')
      expect(await library.read.keywords.find(late.id)).toBeUndefined()
    })

    test('a transaction inside another of the same library is refused instead of waiting for ever', async () => {
      const { library } = await openOne()

      const nested = library.transaction(() => library.transaction(async () => {}))

      await expect(nested).rejects.toThrow('open here already')
      await library.transaction(async () => {})
    })

    test('outside a transaction nothing can be written', async () => {
      const { library } = await openOne()

      await expect(library.read.users.insert(someUser())).rejects.toThrow(/read-?only/)

      expect(await library.read.users.all()).toEqual([])
    })

    test('reads go on while a transaction is open, here and in another process', async () => {
      const { own, account, library } = await openOne()
      const elsewhere = await openAgain(own, account)
      const [before, within] = [someKeyword(), someKeyword()]
      await library.transaction(({ keywords }) => keywords.insert(before))
      const holding = Promise.withResolvers<void>()
      const written = Promise.withResolvers<void>()

      const long = library.transaction(async ({ keywords }) => {
        await keywords.insert(within)
        written.resolve()
        await holding.promise
      })
      await written.promise

      for (const { read } of [library, elsewhere]) {
        expect(await read.keywords.find(before.id)).toEqual(before)
        expect(await read.keywords.find(within.id)).toBeUndefined()
      }
      holding.resolve()
      await long
      for (const { read } of [library, elsewhere]) expect(await read.keywords.find(within.id)).toEqual(within)
    })

    test('who waits for another process’s transaction holds up no other library', async () => {
      const { own, account, opened, library } = await openOne()
      const elsewhere = await openAgain(own, account)
      const other = await opened.libraries.of(someAccount())
      const [holding, begun] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      const order: string[] = []

      const long = elsewhere.transaction(async () => {
        begun.resolve()
        await holding.promise
        order.push('elsewhere')
      })
      await begun.promise
      const waiting = library.transaction(async () => {
        order.push('waiting')
      })
      await other.transaction(({ users }) => users.insert(someUser()))
      order.push('other')
      holding.resolve()
      await Promise.all([long, waiting])

      expect(order).toEqual(['other', 'elsewhere', 'waiting'])
    })

    test('what is read and then written by many at once is never lost', async () => {
      const { own, account, library } = await openOne()
      const sides = [library, await openAgain(own, account)]
      const user = someUser({ credentialsVersion: 0 })
      await library.transaction(({ users }) => users.insert(user))

      await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          sides[i % 2]?.transaction(async ({ users }) => {
            const now = await users.find(user.id)
            if (now) await users.update({ ...now, credentialsVersion: now.credentialsVersion + 1 })
          }),
        ),
      )

      expect((await library.read.users.find(user.id))?.credentialsVersion).toBe(20)
    })

    test('listeners hear of commits to the log and the queue, and of nothing else', async () => {
      const { library } = await openOne()
      let heard = 0
      const stop = library.onCommit(() => {
        heard += 1
      })

      await library.transaction(({ changes }) => changes.append([change()]))
      await vi.waitFor(() => expect(heard).toBe(1))
      await library.transaction(({ jobs }) => jobs.enqueue({ name: 'take-in-upload', payload: { uploadId: 'x' } }))
      await vi.waitFor(() => expect(heard).toBe(2))

      await library.transaction(({ users }) => users.insert(someUser()))
      await library
        .transaction(async ({ changes }) => {
          await changes.append([change()])
          throw new Error('changed my mind')
        })
        .catch(() => {})
      stop()
      await library.transaction(({ changes }) => changes.append([change()]))
      await library.read.changes.lastSeq()
      expect(heard).toBe(2)
    })

    test('listeners hear of another process’s commits within half a second', async () => {
      const { own, account, library } = await openOne()
      const elsewhere = await openAgain(own, account)
      let heard = 0
      closing.push(async () => stop())
      const stop = library.onCommit(() => {
        heard += 1
      })

      for (const expected of [1, 2, 3]) {
        await elsewhere.transaction(({ changes }) => changes.append([change()]))
        await vi.waitFor(() => expect(heard).toBe(expected), { timeout: expected === 1 ? 5_000 : 500, interval: 10 })
      }
    })

    test('who begins to listen hears of what was committed elsewhere before', async () => {
      const { own, account, library } = await openOne()
      const elsewhere = await openAgain(own, account)
      await elsewhere.transaction(({ changes }) => changes.append([change()]))

      const heard = await new Promise((resolve) => {
        const stop = library.onCommit(() => resolve(true))
        closing.push(async () => stop())
      })

      expect(heard).toBe(true)
    })

    test('a process killed inside a transaction leaves nothing of it', async () => {
      const { own, account, library } = await openOne()
      const asset = someAsset()
      const doomed = startProcess({ own, account, asset, commit: false })
      await doomed.said('written')

      await doomed.kill()

      const user = someUser()
      await library.transaction(({ users }) => users.insert(user))
      expect(await library.read.users.all()).toEqual([user])
      expect(await library.read.assets.findMany([asset.id])).toEqual([])
      expect(await library.read.changes.lastSeq()).toBe(0)
      expect(await library.read.jobs.countUnfinished()).toBe(0)
    })

    test('what a process has committed is there when it is killed the moment after', async () => {
      const { own, account, library } = await openOne()
      const asset = someAsset()
      const doomed = startProcess({ own, account, asset, commit: true })
      await doomed.said('committed')

      await doomed.kill()

      expect(await library.read.assets.findMany([asset.id])).toEqual([asset])
      expect(await library.read.changes.lastSeq()).toBe(1)
      expect(await library.read.jobs.countUnfinished()).toBe(1)
      expect(await (await openAgain(own, account)).read.assets.findMany([asset.id])).toEqual([asset])
    })

    test('what was committed is there after closing and opening again', async () => {
      const { own, account, opened, library } = await openOne()
      const asset = someAsset({ tags: ['a'] })
      await library.transaction(({ assets }) => assets.insert(asset))

      await opened.close()

      const again = await openAgain(own, account)
      expect(await again.read.assets.findMany([asset.id])).toEqual([asset])
    })

    function startProcess({ own, ...task }: { own: OwnDatabase; account: Account; asset: unknown; commit: boolean }) {
      const script = fileURLToPath(new URL('./write-asset-process.ts', import.meta.url))
      const child = spawn(process.execPath, [script, JSON.stringify({ options: own.options, ...task })], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      closing.push(() => kill(child))
      return { said: (word: string) => said(child, word), kill: () => kill(child) }
    }
  })
}

async function said(child: ChildProcess, word: string): Promise<void> {
  let heard = ''
  for await (const bytes of child.stdout ?? []) {
    heard += bytes
    if (heard.includes(word)) return
  }
  throw new Error(`The process ended without saying ${word}: ${heard}`)
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
