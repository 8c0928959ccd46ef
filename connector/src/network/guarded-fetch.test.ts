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

// What the agents refuse, and under which spellings, is tested where they are made: here, that both are such.
test.each(['/api/v1/search', '/oauth/api/oauth2/token', '/direct/original/x'])(
  'nothing in a private network is reached at %s unless that is allowed',
  async (path) => {
    const { port, visits } = await serverThat((_, response) => response.end('library'))
    const url = `http://127.0.0.1:${port}${path}`

    await expect(fetchWith({ allowPrivateNetwork: false })(url)).rejects.toMatchObject({
      cause: expect.any(AddressRefused),
    })
    expect(visits()).toBe(0)
    expect(await (await fetchWith({ allowPrivateNetwork: true })(url)).text()).toBe('library')
  },
)

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
  expect(await answer.text()).toHaveLength(64 * 1024)
})
