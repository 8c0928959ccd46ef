import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { type Behaviour, type CantoServer, startCanto } from '../../test/canto-server.ts'
import { runConnector } from '../../test/run-connector.ts'
import { until } from '../../test/until.ts'
import { systemClock } from '../clock.ts'
import { setConnection } from '../dam-settings/set-connection.ts'
import { openAgents } from '../provider/open-dam.ts'

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

type Running = Awaited<ReturnType<typeof runConnector>>

async function connected(
  given: { keyword?: string; behaviour?: Partial<Behaviour>; before?: (dam: CantoServer) => void } = {},
) {
  const dam = await startCanto(given.behaviour)
  open.push(dam.close)
  given.before?.(dam)
  const connector = await runConnector()
  open.push(() => connector[Symbol.asyncDispose]())
  await connect(connector, dam, given.keyword ?? 'print')
  return { dam, connector }
}

async function connect({ stores }: Running, { app }: CantoServer, keyword: string) {
  const agents = openAgents({ allowPrivateNetwork: true })
  const deps = { stores, agents, clock: systemClock, notice: () => {} }
  await setConnection(deps, { provider: 'canto', ...app, keyword })
  await agents.close()
}

const names = ({ stores }: Running) =>
  stores.held.list({ search: '', sort: 'name', start: 0, limit: 100 }).results.map(({ displayName }) => displayName)

async function bytesOf(connector: Running, assetId: string): Promise<Buffer> {
  const browser = await connector.signedIn()
  const { bytes, status } = await browser.bytes(`/api/files/${assetId}/original`)
  if (status !== 200) throw new Error(`${status} ${bytes}`)
  return bytes
}

describe.each([
  ['with a change feed', true],
  ['without one', false],
])('on a server %s', (_, hasFeed) => {
  test('marked files come with their original bytes, a checksum and a picture', async () => {
    const { dam, connector } = await connected({
      behaviour: { hasFeed },
      before: (dam) => {
        dam.put({ name: 'poster.png', keywords: ['Print'] })
        dam.put({ name: 'private.png', keywords: ['other'] })
      },
    })
    const later = dam.put({ name: 'brochure.pdf', scheme: 'document', keywords: [] })
    await until(
      () => names(connector),
      (seen) => seen.length === 1,
    )

    dam.change(later.id, { keywords: ['print'] }, 'asset.keyword.added')

    await until(
      () => names(connector),
      (seen) => seen.length === 2,
      5000,
    )
    expect(names(connector)).toEqual(['brochure.pdf', 'poster.png'])
    expect(await bytesOf(connector, later.id)).toEqual(later.bytes)
    const file = await until(
      () => connector.stores.held.find(later.id),
      (seen) => seen?.thumbnail != null,
    )
    expect(file?.sha256).toBe(createHash('sha256').update(later.bytes).digest('hex'))
  })

  test('a new version, a new name, and leaving are followed', async () => {
    const { dam, connector } = await connected({ behaviour: { hasFeed } })
    const asset = dam.put({ name: 'poster.png', keywords: ['print'] })
    await until(
      () => names(connector),
      (seen) => seen.includes('poster.png'),
    )

    const next = dam.change(asset.id, { bytes: Buffer.from('another version') }, 'asset.version')
    await until(
      () => connector.stores.held.find(asset.id),
      (seen) => seen?.size === next.bytes.length,
    )
    expect(await bytesOf(connector, asset.id)).toEqual(next.bytes)

    dam.change(asset.id, { name: 'billboard.png' })
    await until(
      () => names(connector),
      (seen) => seen.includes('billboard.png'),
    )

    dam.change(asset.id, { keywords: [] }, 'asset.keyword.removed')
    await until(
      () => names(connector),
      (seen) => seen.length === 0,
    )
    dam.change(asset.id, { keywords: ['print'] }, 'asset.keyword.added')
    await until(
      () => names(connector),
      (seen) => seen.length === 1,
    )
    dam.remove(asset.id)
    await until(
      () => names(connector),
      (seen) => seen.length === 0,
    )
    const kinds = connector.stores.activities.list(null, 20).map(({ kind }) => kind)
    expect(kinds).toEqual(['removed', 'restored', 'removed', 'renamed', 'new-version', 'imported', 'connected'])
  })

  test.each(['C++', 'a|b', '“quoted"', '\\', '🖨️ Drück mich', '+'])(
    'the keyword %s finds its own files and no others',
    async (keyword) => {
      const { connector } = await connected({
        keyword,
        behaviour: { hasFeed },
        before: (dam) => {
          dam.put({ name: 'right.png', keywords: ['x', keyword] })
          for (const other of ['C', 'a', 'b', 'quoted', 'Drück mich', `${keyword}x`]) {
            dam.put({ name: `${other.length}.png`, keywords: [other] })
          }
        },
      })
      await until(
        () => connector.stores.facts.read('last-sync'),
        (seen) => seen !== null,
      )
      await until(
        () => names(connector),
        (seen) => seen.length > 0,
      )
      expect(names(connector)).toEqual(['right.png'])
    },
  )
})
