import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { someAccount, someAsset, someUser, someVersion } from '../../../../test/harness/made-up.ts'
import { noteAttached } from '../../../domain/asset/note-attached.ts'
import { openDatabase } from '../open-database.ts'

async function someFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'descant-sqlite-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function openIn(dataFolder: string) {
  const database = await openDatabase({ dataFolder })
  onTestFinished(() => database.close())
  return database
}

test('the files are where they are documented, and nobody else of the machine may read them', async () => {
  const dataFolder = join(await someFolder(), 'not', 'there', 'yet')
  const { libraries } = await openIn(dataFolder)
  const account = someAccount()

  const library = await libraries.of(account)
  await library.transaction(({ users }) => users.insert(someUser()))

  const accountFolder = join(dataFolder, 'accounts', account.id)
  expect(await readdir(dataFolder)).toContain('control.sqlite')
  expect((await readdir(accountFolder)).sort()).toEqual(['library.sqlite', 'library.sqlite-shm', 'library.sqlite-wal'])
  for (const name of await readdir(accountFolder)) expect(await modeOf(join(accountFolder, name))).toBe(0o600)
  for (const folder of [dataFolder, accountFolder]) expect(await modeOf(folder)).toBe(0o700)
})

test('the file is sound and in the mode in which readers do not wait for a writer', async () => {
  const dataFolder = await someFolder()
  const { libraries } = await openIn(dataFolder)
  const account = someAccount()
  await libraries.of(account)

  const file = new DatabaseSync(join(dataFolder, 'accounts', account.id, 'library.sqlite'))
  onTestFinished(() => file.close())
  expect(file.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
  expect(file.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
})

test('what a newer version has made is not touched', async () => {
  const dataFolder = await someFolder()
  const database = await openDatabase({ dataFolder })
  await database.close()
  const file = new DatabaseSync(join(dataFolder, 'control.sqlite'))
  file.exec(`insert into migration (name) values ('9999-of-tomorrow.sql')`)
  file.close()

  await expect(openDatabase({ dataFolder })).rejects.toThrow(
    'newer version of this program: it has 9999-of-tomorrow.sql',
  )
})

test('what lists show is read of libraries of earlier releases too, and noted once', async () => {
  const dataFolder = await someFolder()
  const account = someAccount()
  const current = someVersion({ metadata: { Artist: 'Zoë', Software: 'Darktable' } })
  const [asset, edited] = [someAsset({ id: current.assetId, current }), someAsset()]
  const database = await openDatabase({ dataFolder })
  await (await database.libraries.of(account)).transaction(async ({ assets }) => {
    for (const one of [asset, edited]) await assets.insert(one)
  })
  await database.close()
  const file = new DatabaseSync(join(dataFolder, 'accounts', account.id, 'library.sqlite'))
  file.exec('update asset set attached = null, current_version = null; update version set brief_metadata = null')
  file.close()

  const library = await (await openIn(dataFolder)).libraries.of(account)
  const shown = async () => (await library.read.assets.findBriefs([asset.id]))[0]?.current

  expect(await shown()).toMatchObject({ id: current.id, measures: current.measures, metadata: current.metadata })
  await library.transaction(({ assets }) => assets.addTag(edited.id, 'new'))
  await noteAttached({ library })
  expect(await library.read.assets.misnoted([asset.id, edited.id])).toEqual([])
  expect((await shown())?.metadata).toEqual({ Software: 'Darktable' })
  expect(await library.read.assets.findMany([asset.id])).toEqual([asset])
})

test('a program that only reads ends by itself, without closing', async () => {
  const dataFolder = await someFolder()
  const script = `
    import { openDatabase } from ${JSON.stringify(new URL('../open-database.ts', import.meta.url).href)}
    const { control, libraries } = await openDatabase({ dataFolder: ${JSON.stringify(dataFolder)} })
    const library = await libraries.of(${JSON.stringify(someAccount())})
    library.onCommit(() => {})
    console.log((await control.read.accounts.all()).length)`

  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })

  expect(await once(child, 'exit')).toEqual([0, null])
})

const modeOf = async (path: string) => (await stat(path)).mode & 0o777
