import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SentObject } from './send-object.ts'

/** How long an address in a bucket leads to the bytes: it is followed at once, and asked for anew to go on. */
const seconds = 300

/** Who decides about these is the one that knows the state of the thing; who sends the bytes may know another. */
const conditions = ['if-match', 'if-unmodified-since'] as const

/** Leaves sending to the proxy in front, or sends the client to the bucket. `false`: the bytes are ours to send. */
export async function handOver(
  request: FastifyRequest,
  reply: FastifyReply,
  { objects, key, contentType }: SentObject,
): Promise<boolean> {
  if (request.method !== 'GET' || conditions.some((name) => request.headers[name] !== undefined)) return false
  const handed = await objects.handOver(key, {
    contentType,
    disposition: String(reply.getHeader('content-disposition') ?? 'attachment'),
    cacheControl: String(reply.getHeader('cache-control') ?? 'private, no-store'),
    seconds,
  })
  if (handed === null) return false
  if (handed.to === 'client') {
    reply.code(307).header('location', handed.url).header('cache-control', 'private, no-store')
    return true
  }
  // Whoever came past the proxy has nobody to send the bytes.
  if (!cameThroughProxy(request)) return false
  reply.removeHeader('accept-ranges') // the proxy says it
  reply.type(contentType).header('x-accel-redirect', handed.path)
  return true
}

/** Fastify puts the addresses here that trusted proxies name; alone, it is the peer's own. */
const cameThroughProxy = ({ ips }: FastifyRequest): boolean => (ips?.length ?? 0) > 1
