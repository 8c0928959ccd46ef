import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'

const within = /^\/(api|api_binary)\/p\/([^/?]+)(?=\/v1(?:[/?]|$))/
const portals = new WeakMap<IncomingMessage, string>()

/**
 * `/api/p/{portal}/v1/…` is `/api/v1/…` within a portal (contract §1): the same routes, so that there is none that a
 * portal lacks. Answers the address without the portal, and remembers the portal for who authenticates.
 */
export function withoutPortal(request: IncomingMessage): string {
  const { url = '/' } = request
  const [, root, segment = ''] = within.exec(url) ?? []
  const portal = decoded(segment)
  if (root === undefined || portal === undefined) return url
  portals.set(request, portal)
  return url.replace(within, `/${root}`)
}

/** Id or name of the portal that the address names; `null`: none. */
export const portalIn = ({ raw }: Pick<FastifyRequest, 'raw'>): string | null => portals.get(raw) ?? null

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
