import type { FastifyRequest } from 'fastify'

/**
 * The access token of a request: `Authorization: Bearer …` (the scheme in any case), the `access_token` query
 * parameter, and under /api_binary also `?Authorization=`, with or without the scheme (contract §2).
 */
export function bearerToken({ headers, query, url }: Pick<FastifyRequest, 'headers' | 'query' | 'url'>): string | null {
  const inHeader = fromScheme(headers.authorization)
  if (inHeader) return inHeader
  const parameters = query as Record<string, unknown>
  if (typeof parameters.access_token === 'string' && parameters.access_token) return parameters.access_token
  if (!url.startsWith('/api_binary/') || typeof parameters.Authorization !== 'string') return null
  const inQuery = parameters.Authorization.trim()
  return (inQuery.includes(' ') ? fromScheme(inQuery) : inQuery) || null
}

const fromScheme = (value: string | undefined): string | null => /^bearer +(\S+) *$/i.exec(value ?? '')?.[1] ?? null
