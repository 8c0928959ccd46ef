import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { ContentList, UploadSetting, UploadStatusList } from '@descant/contract'
import { expect, test } from 'vitest'
import { freePort, type Program, runCommand, startProgram } from './harness/programs.ts'

/** More by `CRASH_KILLS=50 CRASH_FILES=100 npm run e2e -- crash`. */
const kills = Number(process.env.CRASH_KILLS ?? 8)
const files = Number(process.env.CRASH_FILES ?? 24)
const keyword = 'print'
const password = 'a password for this test'

test(
  'killing the programs at random loses no acknowledged file and doubles none',
  async () => {
    const world = await buildWorld()
    try {
      const sent = new Map<string, string>()
      const uploads = uploadAll(world, sent)
      const killing = killAtRandom(world, uploads)
      await uploads
      await killing

      await expectEveryFileOnce(world, sent)
      await expectEveryFileImported(world, sent)
    } finally {
      await world.close()
    }
  },
  60_000 + kills * 8000 + files * 3000,
)

type World = Awaited<ReturnType<typeof buildWorld>>

async function buildWorld() {
  const folder = await mkdtemp(join(tmpdir(), 'descant-crash-'))
  const [libraryPort, connectorPort] = [await freePort(), await freePort()]
  const libraryOrigin = `http://127.0.0.1:${libraryPort}`
  const connectorOrigin = `http://127.0.0.1:${connectorPort}`
  const env = {
    library: {
      DESCANT_DATA: join(folder, 'library'),
      DESCANT_PORT: libraryPort,
      DESCANT_ADMIN_PASSWORD: password,
      DESCANT_RATE_LIMITS: 'off',
    },
    connector: {
      CONNECTOR_DATA: join(folder, 'connector'),
      CONNECTOR_PORT: connectorPort,
      CONNECTOR_ADMIN_PASSWORD: password,
      CONNECTOR_ALLOW_PRIVATE_NETWORK: '1',
    },
  }
  const both = { ...env.library, ...env.connector }

  await runCommand(env.library, ['keyword', 'add', keyword])
  const app = await runCommand<{ appId: string; appSecret: string }>(env.library, [
    ...['api-key', 'add', '--name', 'Print', '--client-credentials'],
    ...['--redirect-uri', `${connectorOrigin}/dam/callback`],
  ])
  const running: Record<'library' | 'connector', Program> = {
    library: await startProgram('server', env.library),
    connector: await startProgram('connector', env.connector),
  }
  await runCommand(both, [
    ...['connector', 'set', '--domain', libraryOrigin, '--app-id', app.appId],
    ...['--app-secret', app.appSecret, '--keyword', keyword],
  ])

  return {
    libraryOrigin,
    connectorOrigin,
    app,
    async killAndRestart(which: 'library' | 'connector') {
      await running[which].kill()
      running[which] = await startProgram(which === 'library' ? 'server' : 'connector', env[which])
    },
    async close() {
      await running.library.stop()
      await running.connector.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Sends one after the other; a file counts as sent once the server said so, or once its status names it. */
async function uploadAll(world: World, sent: Map<string, string>): Promise<void> {
  for (let number = 1; number <= files; number++) {
    const name = `file ${number}.txt`
    const bytes = Buffer.from(`${name}\n${randomBytes(20_000).toString('base64')}`)
    while (!(await tryUpload(world, name, bytes))) await delay(100)
    sent.set(name, createHash('sha256').update(bytes).digest('hex'))
  }
}

async function tryUpload(world: World, name: string, bytes: Buffer): Promise<boolean> {
  try {
    if (await isKnown(world, name)) return true // the answer was lost, the file was not
    const { url, ...fields } = await askLibrary<UploadSetting>(world, '/api/v1/upload/setting')
    const form = new FormData()
    for (const [field, value] of Object.entries({ ...fields, 'x-amz-meta-keywords': keyword }))
      form.append(field, value)
    form.append('file', new Blob([new Uint8Array(bytes)]), name)
    return (await fetch(url, { method: 'POST', body: form })).ok
  } catch {
    return false // it is down just now
  }
}

async function isKnown(world: World, name: string): Promise<boolean> {
  const { results } = await askLibrary<UploadStatusList>(world, '/api/v1/upload/status?hours=24')
  return results.some((entry) => entry.name === name)
}

async function killAtRandom(world: World, uploads: Promise<void>): Promise<void> {
  const done = uploads.then(() => true)
  for (let kill = 0; kill < kills; kill++) {
    await delay(100 + Math.random() * 1200)
    await world.killAndRestart(Math.random() < 0.6 ? 'library' : 'connector')
  }
  await done
}

async function expectEveryFileOnce(world: World, sent: Map<string, string>): Promise<void> {
  const list = await eventually(async () => {
    const found = await askLibrary<ContentList>(world, '/api/v1/search?limit=10000')
    return found.found >= sent.size ? found : undefined
  })
  expect(list.results.map(({ name }) => name).sort()).toEqual([...sent.keys()].sort())
  for (const asset of list.results) {
    const original = await fetch(asset.url.directUrlOriginal ?? '')
    expect(hashOf(await original.arrayBuffer()), asset.name).toBe(sent.get(asset.name))
  }
}

async function expectEveryFileImported(world: World, sent: Map<string, string>): Promise<void> {
  const cookie = await signInToConnector(world)
  const ask = async (path: string) => await fetch(`${world.connectorOrigin}${path}`, { headers: { cookie } })
  const list = await eventually(async () => {
    const found = (await (await ask('/api/folders/dam-import/files?limit=500')).json()) as {
      found: number
      results: { id: string; name: string }[]
    }
    return found.found >= sent.size ? found : undefined
  })
  expect(list.results.map(({ name }) => name).sort()).toEqual([...sent.keys()].sort())
  for (const { id, name } of list.results) {
    const original = await ask(`/api/files/${id}/original`)
    expect(hashOf(await original.arrayBuffer()), name).toBe(sent.get(name))
  }
}

async function signInToConnector({ connectorOrigin }: World): Promise<string> {
  const answer = await fetch(`${connectorOrigin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'admin@descant.local', password }),
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

let token: string | undefined

async function askLibrary<Body>({ libraryOrigin, app }: World, path: string): Promise<Body> {
  token ??= await giveToken(libraryOrigin, app)
  const answer = await fetch(`${libraryOrigin}${path}`, { headers: { authorization: `Bearer ${token}` } })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return (await answer.json()) as Body
}

async function giveToken(origin: string, { appId, appSecret }: World['app']): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', app_id: appId, app_secret: appSecret })
  const answer = await fetch(`${origin}/oauth/api/oauth2/token`, { method: 'POST', body })
  return ((await answer.json()) as { accessToken: string }).accessToken
}

/** Asks again until there is an answer; a minute is plenty for whatever the programs take up again. */
async function eventually<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  for (const end = Date.now() + 60_000; Date.now() < end; await delay(200)) {
    const value = await look().catch(() => undefined)
    if (value !== undefined) return value
  }
  throw new Error('It did not happen within a minute')
}

const hashOf = (bytes: ArrayBuffer): string => createHash('sha256').update(new Uint8Array(bytes)).digest('hex')
