import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fetch } from 'undici'
import { afterEach, expect, test } from 'vitest'
import { AddressRefused, guardedAgent } from './guarded-agent.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function serverThat(answer: Parameters<typeof createServer>[1]): Promise<{ port: number; visits: () => number }> {
  let visits = 0
  const server = createServer((request, response) => {
    visits++
    answer?.(request, response)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  open.push(async () => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, visits: () => visits }
}

const limits = { connectTimeoutMs: 5000, answerTimeoutMs: 5000, connections: 4 }

function agentWith(options: { allowPrivateNetwork: boolean; maxAnswerBytes?: number }) {
  const agent = guardedAgent({ ...limits, ...options })
  open.push(() => agent.destroy())
  return (url: string) => fetch(url, { dispatcher: agent })
}

async function refusalOf(visit: Promise<unknown>): Promise<unknown> {
  const error = await visit.then(
    () => 'it was answered',
    (thrown: unknown) => thrown,
  )
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AddressRefused) return cause.message
  }
  return error
}

test.each(['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', '127.1'])(
  'the machine itself is not reached as %s, unless that is allowed',
  async (host) => {
    const { port, visits } = await serverThat((_, response) => response.end('secret'))

    expect(await refusalOf(agentWith({ allowPrivateNetwork: false })(`http://${host}:${port}/`))).toMatch(
      /lies in a private network/,
    )
    expect(visits()).toBe(0)
  },
)

test('a redirect leads no further than an address that is named', async () => {
  const inside = await serverThat((_, response) => response.end('secret'))
  const { port } = await serverThat((_, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end(),
  )
  const get = agentWith({ allowPrivateNetwork: true })

  expect(await refusalOf(get(`http://127.0.0.1:${port}/`))).toMatch(/no address that may be asked/)
  expect(await (await get(`http://localhost:${inside.port}/`)).text()).toBe('secret')
})

test('the open internet is not spoken to in plain HTTP', async () => {
  expect(await refusalOf(agentWith({ allowPrivateNetwork: true })('http://93.184.216.34/'))).toMatch(/needs https/)
})

test('an answer is read as far as is allowed', async () => {
  const { port } = await serverThat((_, response) => response.end('x'.repeat(2000)))

  const whole = await agentWith({ allowPrivateNetwork: true, maxAnswerBytes: 2000 })(`http://127.0.0.1:${port}/`)
  expect(await whole.text()).toHaveLength(2000)
  const cut = agentWith({ allowPrivateNetwork: true, maxAnswerBytes: 1999 })(`http://127.0.0.1:${port}/`)
  await expect(cut.then((answer) => answer.text())).rejects.toThrow()
})
