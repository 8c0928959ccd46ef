import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Heard = {
  method: string
  /** As it came over the line, undecoded. */
  path: string
  query: string
  headers: IncomingMessage['headers']
  body: Buffer
}

export type Answering = (request: Heard, response: ServerResponse) => unknown

export type LocalServer = { origin: string; heard: Heard[]; [Symbol.asyncDispose](): Promise<void> }

/** A real server on a free port that remembers what it heard. What the handler returns is sent as JSON. */
export async function localServer(answer: Answering): Promise<LocalServer> {
  const heard: Heard[] = []
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const [path = '', query = ''] = (incoming.url ?? '').split(/\?(.*)/s)
    const { method = '', headers } = incoming
    const request = { method, path, query, headers, body: Buffer.concat(chunks) }
    heard.push(request)
    const body = await answer(request, response)
    if (body !== undefined && !response.writableEnded) {
      response.setHeader('content-type', 'application/json; charset=utf-8')
      response.end(JSON.stringify(body))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Ends the answer with a status, and an error body as Canto writes it. */
export function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}): undefined {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify({ code: status, message: `refused with ${status}` }))
  return undefined
}

/** So short that a test need not wait, and as long as the real thing in number. */
export const quickly = { firstMs: 1, longestMs: 2 }
