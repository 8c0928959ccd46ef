import { createHash, randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type Behaviour, type CantoServer, startCanto } from '../../test/canto-server.ts'
import { connect, filesIn, namesIn as names } from '../../test/connect.ts'
import { runConnector } from '../../test/run-connector.ts'
import { until } from '../../test/until.ts'

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

test('downloads that are cut off go on where they stopped', async () => {
  const bytes = randomBytes(400_000)
  const { dam, connector } = await connected({
    behaviour: { cut: { after: 100_000, times: 3 } },
    before: (dam) => void dam.put({ name: 'big.tif', bytes, keywords: ['print'] }),
  })
  const [file] = await until(
    () => filesIn(connector),
    (seen) => seen.length === 1,
    15_000,
  )
  expect(await bytesOf(connector, file?.asset.id ?? '')).toEqual(bytes)
  // where exactly a broken line breaks for the reader is the network's affair
  expect(dam.requests.some(({ range }) => /^bytes=[1-9]\d*-$/.test(range ?? ''))).toBe(true)
})

test('a file whose bytes are not the ones the library speaks of is shown with its reason, and holds nobody up', async () => {
  const { dam, connector } = await connected({
    before: (dam) => {
      dam.put({ name: 'broken.png', keywords: ['print'], statedMd5: '0'.repeat(32) })
      for (let number = 0; number < 10; number++) dam.put({ name: `${number}.png`, keywords: ['print'] })
    },
  })
  await until(
    () => names(connector),
    (seen) => seen.length === 10,
  )
  expect(names(connector)).not.toContain('broken.png')
  const [trouble] = await until(
    () => connector.stores.troubles.all(10),
    (seen) => (seen[0]?.attempts ?? 0) > 1,
  )
  expect(trouble).toMatchObject({
    name: 'broken.png',
    reason: expect.stringMatching(/checksum .* but the library says 0{32}/),
  })
  const failures = connector.stores.activities.list(null, 50).filter(({ kind }) => kind === 'failed')
  expect(failures).toHaveLength(1)
  expect(await readdir(join(connector.dataFolder, 'files', 'incoming'))).toEqual([])

  dam.change(trouble?.assetId ?? '', { statedMd5: undefined })
  await until(
    () => names(connector),
    (seen) => seen.includes('broken.png'),
  )
  expect(connector.stores.troubles.count()).toBe(0)
})

test('a server that asks for patience gets it', async () => {
  const { connector } = await connected({
    behaviour: { busy: 3 },
    before: (dam) => void dam.put({ name: 'poster.png', keywords: ['print'] }),
  })
  await until(
    () => names(connector),
    (seen) => seen.length === 1,
    15_000,
  )
})

test('lists that leave keywords out are completed from the details', async () => {
  const { connector } = await connected({
    behaviour: { hasFeed: false, briefLists: true },
    before: (dam) => void dam.put({ name: 'poster.png', keywords: ['print'] }),
  })
  await until(
    () => names(connector),
    (seen) => seen.length === 1,
  )
})

test('files of the same name are told apart', async () => {
  const { connector } = await connected({
    before: (dam) => {
      for (let number = 0; number < 3; number++) dam.put({ name: 'poster.png', keywords: ['print'] })
    },
  })
  await until(
    () => names(connector),
    (seen) => seen.length === 3,
  )
  expect(names(connector).sort()).toEqual(['poster (2).png', 'poster (3).png', 'poster.png'])
})

test('after a cursor too old for the feed, everything is looked at again', async () => {
  const dam = await startCanto()
  open.push(dam.close)
  const first = await runConnector()
  const { dataFolder } = first
  await connect(first, dam)
  const asset = dam.put({ name: 'poster.png', keywords: ['print'] })
  await until(
    () => names(first),
    (seen) => seen.length === 1,
  )
  await first.close()

  dam.change(asset.id, { name: 'renamed.png' })
  dam.put({ name: 'new.png', keywords: ['print'] })
  dam.forgetFeed()

  const second = await runConnector({ dataFolder })
  open.push(() => second[Symbol.asyncDispose]())
  await until(
    () => names(second),
    (seen) => seen.includes('renamed.png') && seen.includes('new.png'),
  )
})

test('what happened while the connector was away is taken up from where it stood', async () => {
  const dam = await startCanto()
  open.push(dam.close)
  const first = await runConnector()
  const { dataFolder } = first
  await connect(first, dam)
  const [gone, kept] = ['gone.png', 'kept.png'].map((name) => dam.put({ name, keywords: ['print'] }))
  await until(
    () => names(first),
    (seen) => seen.length === 2,
  )
  await first.close()

  dam.remove(gone?.id ?? '')
  dam.change(kept?.id ?? '', { name: 'still kept.png' })
  const before = dam.requests.length

  const second = await runConnector({ dataFolder })
  open.push(() => second[Symbol.asyncDispose]())
  await until(
    () => names(second),
    (seen) => seen.length === 1 && seen[0] === 'still kept.png',
  )
  expect(dam.requests.slice(before).filter(({ url }) => url.startsWith('/api/v1/search'))).toEqual([])
})

test('a file that a list leaves out by mistake stays', async () => {
  const { dam, connector } = await connected({ behaviour: { hasFeed: false } })
  for (let number = 0; number < 5; number++) dam.put({ name: `${number}.png`, keywords: ['print'] })
  await until(
    () => names(connector),
    (seen) => seen.length === 5,
  )

  dam.behaviour.forgetsInLists = 2
  const synced = connector.stores.facts.read('last-sync')
  await until(
    () => connector.stores.facts.read('last-sync'),
    (seen) => seen !== synced,
  )
  expect(names(connector)).toHaveLength(5)
})

test('a token that was refused is renewed without anybody noticing', async () => {
  const { dam, connector } = await connected()
  await until(
    () => connector.stores.facts.read('last-sync'),
    (seen) => seen !== null,
  )
  dam.revokeTokens({ andGrants: false })
  dam.put({ name: 'poster.png', keywords: ['print'] })
  await until(
    () => names(connector),
    (seen) => seen.length === 1,
  )
})

test('a revoked grant stops replication and says so, and what is here stays here', async () => {
  const { dam, connector } = await connected()
  dam.put({ name: 'poster.png', keywords: ['print'] })
  await until(
    () => names(connector),
    (seen) => seen.length === 1,
  )
  dam.revokeTokens({ andGrants: true })
  dam.put({ name: 'later.png', keywords: ['print'] })
  await until(
    () => connector.stores.activities.list(null, 1)[0]?.kind,
    (kind) => kind === 'grant-refused',
  )
  const asked = dam.requests.length
  const browser = await connector.signedIn()
  const { body } = await browser.get('/api/dam-settings')
  expect(body.connection).toMatchObject({
    isGranted: false,
    problem: expect.stringMatching(/Authenticate Canto again/),
  })
  expect(names(connector)).toEqual(['poster.png'])
  expect(dam.requests.length).toBe(asked)
})

test('another keyword brings its own files and lets the others go', async () => {
  const { dam, connector } = await connected({
    before: (dam) => {
      dam.put({ name: 'one.png', keywords: ['print'] })
      dam.put({ name: 'two.png', keywords: ['print', 'web'] })
      dam.put({ name: 'three.png', keywords: ['web'] })
    },
  })
  await until(
    () => names(connector),
    (seen) => seen.length === 2,
  )
  await connect(connector, dam, 'web')
  await until(
    () => names(connector).join(),
    (seen) => seen === 'three.png,two.png',
  )
})

test('a keyword taken off while the bytes come leaves nothing behind', async () => {
  const { dam, connector } = await connected({ behaviour: { pieceEveryMs: 20 } })
  await until(
    () => connector.stores.facts.read('last-sync'),
    (seen) => seen !== null,
  )
  const asset = dam.put({ name: 'slow.png', keywords: ['print'], bytes: randomBytes(500_000) })
  await until(() => dam.requests.some(({ url }) => url.startsWith(`/direct/${asset.id}`)), Boolean)
  dam.change(asset.id, { keywords: [] }, 'asset.keyword.removed')
  const other = dam.put({ name: 'other.png', keywords: ['print'] })
  await until(
    () => connector.stores.held.find(other.id),
    (seen) => seen !== null,
  )
  await until(
    () => readdir(join(connector.dataFolder, 'files', 'incoming')),
    (seen) => seen.length === 0,
  )
  expect(names(connector)).toEqual(['other.png'])
  expect(connector.stores.held.find(asset.id)).toBeNull()
})

test('a redirect that leads to where clouds keep their secrets is not followed', async () => {
  const { dam, connector } = await connected({ behaviour: { redirectTo: 'http://169.254.169.254/latest/meta-data' } })
  dam.put({ name: 'poster.png', keywords: ['print'] })
  const [trouble] = await until(
    () => connector.stores.troubles.all(1),
    (seen) => seen.length > 0,
    15_000,
  )
  expect(trouble?.reason).toMatch(/169\.254\.169\.254 is no address that may be asked/)
})

test('the token is sent to the library alone, never to where a download redirects', async () => {
  const { dam, connector } = await connected({ before: (dam) => void dam.put({ name: 'a.png', keywords: ['print'] }) })
  await until(
    () => names(connector),
    (seen) => seen.length === 1,
  )
  const direct = dam.requests.filter(({ url }) => url.startsWith('/direct/'))
  expect(direct.length).toBeGreaterThan(0)
  expect(direct.every(({ authorization }) => authorization === null)).toBe(true)
})

test('with the feature put away, nothing is replicated', async () => {
  const { dam, connector } = await connected()
  await until(
    () => connector.stores.facts.read('last-sync'),
    (seen) => seen !== null,
  )
  connector.stores.account.activateDamSettings(false)
  const asked = await until(
    () => dam.requests.length,
    // the question under way was given up, and no other follows
    () => true,
  )
  dam.put({ name: 'poster.png', keywords: ['print'] })
  connector.stores.account.activateDamSettings(true)
  await until(
    () => names(connector),
    (seen) => seen.length === 1,
  )
  expect(dam.requests.length).toBeGreaterThan(asked)
})
