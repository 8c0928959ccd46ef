import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type CantoServer, startCanto } from '../../test/canto-server.ts'
import { command, serveInChild } from '../../test/command.ts'
import { connect, filesIn, namesIn } from '../../test/connect.ts'
import { newDataFolder } from '../../test/run-connector.ts'
import { until } from '../../test/until.ts'
import { partName } from '../library/file-keys.ts'
import { openStores, type Stores } from '../state/stores.ts'

vi.setConfig({ testTimeout: 120_000 })

let dam: CantoServer
let folder: string
let stores: Stores
beforeEach(async () => {
  dam = await startCanto()
  folder = await newDataFolder()
  stores = openStores(folder)
})
afterEach(async () => {
  stores.state.close()
  await dam.close()
  await rm(folder, { recursive: true, force: true })
})

/** Every file on the disk of the library, but what is being put together. */
async function filesOnDisk(): Promise<string[]> {
  const found = await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true })
  return found.filter((entry) => entry.isFile()).map(({ name }) => name)
}

test('killed in the middle of a download, it goes on with it', async () => {
  const bytes = randomBytes(800_000)
  dam.behaviour.pieceEveryMs = 15
  const asset = dam.put({ name: 'big.tif', bytes, keywords: ['print'] })
  await connect({ stores }, dam)
  const first = await serveInChild(folder)
  await until(partSize, (size) => size > 200_000)
  await first.kill('SIGKILL')
  expect(namesIn({ stores })).toEqual([])
  dam.behaviour.pieceEveryMs = 0
  const before = dam.requests.length

  const second = await serveInChild(folder)
  const [file] = await until(
    () => filesIn({ stores }),
    (seen) => seen.length === 1,
  )
  await second.kill('SIGTERM')

  expect(file).toMatchObject({
    asset: { id: asset.id },
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  const direct = dam.requests.slice(before).filter(({ url }) => url === `/direct/${asset.id}?signature=x`)
  expect(direct).toHaveLength(1)
  expect(direct[0]?.range).toMatch(/^bytes=[1-9]\d+-$/)

  async function partSize(): Promise<number> {
    const seen = stores.seen.find(asset.id)
    if (!seen) return 0
    return (await stat(join(folder, 'files', 'incoming', partName(seen))).catch(() => null))?.size ?? 0
  }
})

test('killed again and again at any moment, it ends with every file once and whole', async () => {
  dam.behaviour.pieceEveryMs = 1
  const assets = Array.from({ length: 40 }, (_, number) =>
    dam.put({ name: `${number % 7}.png`, bytes: randomBytes(20_000 + number * 4000), keywords: ['print'] }),
  )
  await connect({ stores }, dam)
  for (let round = 0; round < 6; round++) {
    const connector = await serveInChild(folder)
    const enough = Math.min(assets.length, namesIn({ stores }).length + 1 + Math.floor(Math.random() * 8))
    await until(
      () => namesIn({ stores }).length,
      (seen) => seen >= enough,
    )
    await connector.kill('SIGKILL')
  }

  const connector = await serveInChild(folder)
  await until(
    () => filesIn({ stores }),
    (seen) => seen.length === assets.length && seen.every((file) => file.thumbnail),
  )
  await connector.kill('SIGTERM')

  const held = filesIn({ stores })
  expect(held.map(({ asset }) => asset.id).sort()).toEqual(assets.map(({ id }) => id).sort())
  expect(new Set(held.map(({ displayName }) => displayName)).size).toBe(assets.length)
  for (const { asset, file, sha256 } of held) {
    const bytes = await readFile(join(folder, 'files', file))
    expect(bytes.equals(assets.find(({ id }) => id === asset.id)?.bytes ?? Buffer.alloc(0))).toBe(true)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  }
  expect(await filesOnDisk()).toHaveLength(assets.length * 2) // a picture beside each
  const imports = stores.activities.list(null, 1000).filter(({ kind }) => kind === 'imported')
  expect(imports).toHaveLength(assets.length)
})

test('a second connector on the same folder waits, and takes over when the first is killed', async () => {
  await connect({ stores }, dam)
  const first = await serveInChild(folder)
  dam.put({ name: 'one.png', keywords: ['print'] })
  await until(
    () => namesIn({ stores }).length,
    (seen) => seen === 1,
  )
  const second = await serveInChild(folder)
  await first.kill('SIGKILL')
  dam.put({ name: 'two.png', keywords: ['print'] })
  await until(
    () => namesIn({ stores }).length,
    (seen) => seen === 2,
  )
  expect(await second.kill('SIGTERM')).toBe(0)
})

test('told to stop, it stops in good order while a download goes on', async () => {
  dam.behaviour.pieceEveryMs = 20
  dam.put({ name: 'big.tif', bytes: randomBytes(2_000_000), keywords: ['print'] })
  await connect({ stores }, dam)
  const connector = await serveInChild(folder)
  await until(() => dam.requests.some(({ url }) => url.startsWith('/direct/')), Boolean)
  expect(await connector.kill('SIGTERM')).toBe(0)
  expect(namesIn({ stores })).toEqual([])
  expect((await command(folder, ['status', '--json'])).code).toBe(0)
})
