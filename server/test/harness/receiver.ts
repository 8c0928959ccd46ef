import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { vi } from 'vitest'

export type Received = { method: string; path: string; headers: IncomingHttpHeaders; text: string }
export type Answering = (received: Received, response: ServerResponse) => void

/** Somebody else's server, on this machine. Answers 200 unless said otherwise. */
export type Receiver = {
  url: string
  received: Received[]
  /** From now on. */
  answers(answering: Answering): void
  /** Resolves with all there are, once there are so many. */
  got(count: number): Promise<Received[]>
} & AsyncDisposable

export async function openReceiver(answering: Answering = (_, response) => response.end()): Promise<Receiver> {
  const received: Received[] = []
  let answer = answering
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method = '', url = '', headers } = request
    const one = { method, path: url, headers, text: Buffer.concat(chunks).toString() }
    received.push(one)
    answer(one, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answers: (next) => {
      answer = next
    },
    async got(count) {
      await vi.waitFor(
        () => {
          if (received.length < count) throw new Error(`${received.length} of ${count} have come`)
        },
        { timeout: 10_000, interval: 10 },
      )
      return received
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
