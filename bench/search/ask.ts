import { Agent, request } from 'node:http'

export type Answer = { ms: number; status: number; bytes: Buffer }
export type Ask = (path: string, method?: string) => Promise<Answer>

/** Over one connection that stays open, timed from the first byte sent to the last one read. */
export function openClient(origin: string, token: string): { ask: Ask; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask: Ask = (path, method = 'GET') =>
    new Promise((resolve, reject) => {
      const began = performance.now()
      const sent = request(
        origin + path,
        { agent, method, headers: { authorization: `Bearer ${token}` } },
        (incoming) => {
          const parts: Buffer[] = []
          incoming.on('data', (part: Buffer) => parts.push(part))
          incoming.on('error', reject)
          incoming.on('end', () =>
            resolve({ ms: performance.now() - began, status: incoming.statusCode ?? 0, bytes: Buffer.concat(parts) }),
          )
        },
      )
      sent.on('error', reject)
      sent.end()
    })
  return { ask, close: () => agent.destroy() }
}

export async function askWell(ask: Ask, path: string, method?: string): Promise<Answer> {
  const answer = await ask(path, method)
  if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.bytes.subarray(0, 300)}`)
  return answer
}

type Page = { found: number; results: { id: string; scheme: string }[] }
export const readPage = ({ bytes }: Answer): Page => JSON.parse(bytes.toString())
