import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AddressRefused } from '@descant/network'
import { afterEach, expect, test } from 'vitest'
import { openAgents } from '../provider/open-dam.ts'
import { guardedFetch } from './guarded-fetch.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function serverThat(answer: Parameters<typeof createServer>[1]): Promise<{ port: number; visits: () => number }> {
  let visits = 0
  const server = createServer((request, response) => {
    visits++
    answer?.(request, response)
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  open.push(
    async () => server.closeAllConnections(),
    async () => server.close(),
  )
  return { port: (server.address() as AddressInfo).port, visits: () => visits }
}

function fetchWith({ allowPrivateNetwork }: { allowPrivateNetwork: boolean }): typeof fetch {
  const agents = openAgents({ allowPrivateNetwork })
  open.push(agents.close)
  return guardedFetch(agents)
}

async function refusalOf(visit: Promise<unknown>): Promise<unknown> {
  const error = await visit.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AddressRefused) return cause.message
  }
  return error
}

test.each(['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', '127.1'])(
  'the machine itself is not reached as %s',
  async (host) => {
    const { port, visits } = await serverThat((_, response) => response.end('secret'))
    const refused = await refusalOf(fetchWith({ allowPrivateNetwork: false })(`http://${host}:${port}/`))
    expect(refused).toMatch(/lies in a private network/)
    expect(visits()).toBe(0)
  },
)

test('where a private network may be named, the same server is reached by name and by figures', async () => {
  const { port } = await serverThat((_, response) => response.end('library'))
  const get = fetchWith({ allowPrivateNetwork: true })
  expect(await (await get(`http://127.0.0.1:${port}/`)).text()).toBe('library')
  expect(await (await get(`http://localhost:${port}/`)).text()).toBe('library')
})

test('what clouds keep under link-local addresses is never asked for, whatever is allowed', async () => {
  const get = fetchWith({ allowPrivateNetwork: true })
  expect(await refusalOf(get('http://169.254.169.254/latest/meta-data/'))).toMatch(/no address that may be asked/)
  expect(await refusalOf(get('http://[::ffff:169.254.169.254]/'))).toMatch(/no address that may be asked/)
})

test('the open internet is not spoken to in plain HTTP', async () => {
  const get = fetchWith({ allowPrivateNetwork: true })
  expect(await refusalOf(get('http://93.184.216.34/'))).toMatch(/needs https/)
})

test('an answer without end is cut off', async () => {
  const { port } = await serverThat((_, response) => {
    const chunk = Buffer.alloc(1024 * 1024, ' ')
    const pour = () => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', pour)
    }
    pour()
  })
  const answer = await fetchWith({ allowPrivateNetwork: true })(`http://127.0.0.1:${port}/api/v1/search`)
  await expect(answer.text()).rejects.toThrow()
})

test('a refusal in place of a file is read only so far', async () => {
  const { port } = await serverThat((_, response) => {
    response.writeHead(500)
    response.end(Buffer.alloc(4 * 1024 * 1024, 'x'))
  })
  const answer = await fetchWith({ allowPrivateNetwork: true })(`http://127.0.0.1:${port}/direct/x`)
  expect((await answer.text()).length).toBeLessThanOrEqual(64 * 1024)
})
