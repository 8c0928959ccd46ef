import { once } from 'node:events'
import type { FastifyReply } from 'fastify'

/**
 * Sends bytes piece by piece, each when the one before has gone: a stream would make a new buffer for each, which
 * costs as much as everything else. Whoever goes away ends the reading.
 */
export function sendPieces(reply: FastifyReply, pieces: AsyncGenerator<Uint8Array>): FastifyReply {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(reply.statusCode, reply.getHeaders() as Record<string, string>)
  void pour(raw, pieces).catch((error: Error) => {
    if (!raw.destroyed) reply.log.error({ err: error }, 'sending a file broke off')
    raw.destroy()
  })
  return reply
}

async function pour(raw: FastifyReply['raw'], pieces: AsyncGenerator<Uint8Array>): Promise<void> {
  const left = new AbortController()
  const gone = once(raw, 'close', { signal: left.signal }).then(
    () => 'gone',
    () => 'gone',
  )
  try {
    for await (const piece of pieces) {
      if ((await Promise.race([write(raw, piece), gone])) === 'gone') return
    }
    raw.end()
  } finally {
    left.abort()
  }
}

const write = (raw: FastifyReply['raw'], piece: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => raw.write(piece, (error) => (error ? reject(error) : resolve())))
