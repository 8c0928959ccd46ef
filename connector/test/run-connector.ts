import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { startConnector } from '../src/app/start-connector.ts'
import { loadConfig } from '../src/config.ts'
import { openStores } from '../src/state/stores.ts'

export const password = 'correct horse battery'

export async function newDataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'connector-'))
}

/** A running connector with its own data folder, a free port, and an administrator to sign in as. */
export async function runConnector(given: { env?: NodeJS.ProcessEnv; dataFolder?: string } = {}) {
  const dataFolder = given.dataFolder ?? (await newDataFolder())
  const config = loadConfig({
    CONNECTOR_DATA: dataFolder,
    CONNECTOR_PORT: '0',
    CONNECTOR_ADMIN_EMAIL: 'ada@example.com',
    CONNECTOR_ADMIN_PASSWORD: password,
    CONNECTOR_ALLOW_PRIVATE_NETWORK: '1',
    CONNECTOR_POLL_SECONDS: '1',
    ...given.env,
  })
  const connector = await startConnector(config, pino({ level: process.env.TEST_LOG ?? 'silent' }))
  const { origin } = connector
  const stores = openStores(dataFolder)

  const close = async () => {
    stores.state.close()
    await connector.close()
  }
  return {
    origin,
    dataFolder,
    stores,
    administrator: connector.administrator,
    close,
    async [Symbol.asyncDispose]() {
      await close()
      await rm(dataFolder, { recursive: true, force: true })
    },
    browser: (): Browser => browserAt(origin),
    async signedIn(email = 'ada@example.com'): Promise<Browser> {
      const browser = browserAt(origin)
      const { status } = await browser.post('/api/session', { email, password })
      if (status !== 200) throw new Error(`Signing in was answered with ${status}`)
      return browser
    },
  }
}

export type Answer = { status: number; headers: Headers; body: Record<string, unknown> }
export type Browser = ReturnType<typeof browserAt>

/** What a browser does: it keeps cookies, names its origin, and follows nothing by itself. */
export function browserAt(origin: string) {
  const cookies = new Map<string, { value: string; path: string }>()
  async function send(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> },
  ) {
    const cookie = [...cookies]
      .filter(([, { path: own }]) => path.startsWith(own))
      .map(([name, { value }]) => `${name}=${value}`)
    const response = await fetch(`${origin}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookie.length > 0 ? { cookie: cookie.join('; ') } : {}),
        ...(method === 'GET' ? {} : { origin }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/'
      if (value === '') cookies.delete(name)
      else cookies.set(name, { value, path })
    }
    return response
  }
  const read = async (response: Response): Promise<Answer> => {
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : { text } }
  }
  return {
    origin,
    cookies,
    get: async (path: string, headers: Record<string, string> = {}) => read(await send('GET', path, { headers })),
    bytes: async (path: string, headers: Record<string, string> = {}) => {
      const response = await send('GET', path, { headers })
      return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
    },
    post: async (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      read(await send('POST', path, { body, headers })),
    put: async (path: string, body?: unknown) => read(await send('PUT', path, { body })),
    delete: async (path: string) => read(await send('DELETE', path, {})),
  }
}
