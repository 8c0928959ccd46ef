import { Invalid } from '../../domain/domain-error.ts'
import { WrongParameter } from '../../domain/oauth/oauth-refusals.ts'
import type { App } from '../http/app.ts'

export type Parameters = Readonly<Record<string, string | undefined>>

/** Forms as clients send them; JSON does no harm. Both end as a flat object, where a name that comes twice has a list. */
export function readOAuthBodies(scope: App): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, grouped(new URLSearchParams(body as string)))
  })
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(body as string))
    } catch {
      done(new Invalid('The body is not JSON'))
    }
  })
}

function grouped(fields: URLSearchParams): Record<string, string | string[]> {
  const names = new Set(fields.keys())
  return Object.fromEntries(
    [...names].map((name) => {
      const values = fields.getAll(name)
      return [name, values.length === 1 ? (values[0] ?? '') : values]
    }),
  )
}

/**
 * The parameters of a call, from body and query (the body first); empty ones count as absent, and so does the space
 * that the published examples have before some values. One that comes twice is refused (RFC 6749 §3.2).
 */
export function parametersIn(names: readonly string[], ...sources: unknown[]): Parameters {
  return Object.fromEntries(names.map((name) => [name, valueIn(name, sources)]))
}

function valueIn(name: string, sources: unknown[]): string | undefined {
  for (const source of sources) {
    const value = isRecord(source) && Object.hasOwn(source, name) ? source[name] : undefined
    if (value === undefined || value === null || value === '') continue
    if (typeof value !== 'string') throw new WrongParameter(name)
    const trimmed = value.trim()
    if (trimmed !== '') return trimmed
  }
  return undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
