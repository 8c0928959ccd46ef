import type { FastifyRequest } from 'fastify'
import type { ApiDeps } from './api-deps.ts'

/**
 * Whether a request comes from a page of ours, or from no page at all: browsers say `Origin` with everything that
 * changes something. The scheme is left out, because a proxy may speak HTTPS for us.
 */
export function isFromOwnPage(request: FastifyRequest, { settings }: Pick<ApiDeps, 'settings'>): boolean {
  const { origin } = request.headers
  if (origin === undefined) return true
  const from = URL.parse(origin)
  if (!from) return false
  return from.host === request.host || [request.account?.publicUrl, settings.publicUrl].includes(from.origin)
}
