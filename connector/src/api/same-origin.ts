import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { publicOrigin } from './origin.ts'
import { Refusal } from './refusal.ts'

/**
 * Another site's page cannot change anything: browsers name the origin of every request that changes something, and
 * forms cannot send JSON.
 */
export function refuseOtherOrigins(config: Config, request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin, 'content-type': type, 'sec-fetch-site': site } = request.headers
  const isOurs = origin === undefined || origin === publicOrigin(config, request)
  if (!isOurs || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    throw new Refusal(403, 'other-origin', 'This request comes from another site.')
  }
  const hasBody = request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined
  if (hasBody && request.headers['content-length'] !== '0' && !/^application\/json\b/i.test(type ?? '')) {
    throw new Refusal(415, 'not-json', 'Send JSON.')
  }
}
