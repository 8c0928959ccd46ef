import type { Operation } from './operation.ts'

export type ExampleRequest = { verb: string; path: string; body: unknown }

/** A request that shows how an endpoint is asked; a test sends it. */
export function exampleRequest({ verb, path, parameters, body }: Operation): ExampleRequest {
  const filled = parameters
    .filter(({ in: where }) => where === 'path')
    .reduce((text, { name, example = '' }) => text.replace(`{${name}}`, encodeURIComponent(example)), path)
  const query = parameters
    .filter(({ in: where, example }) => where === 'query' && example !== undefined)
    .map(({ name, example = '' }) => `${name}=${encodeURIComponent(example)}`)
  return { verb, path: query.length > 0 ? `${filled}?${query.join('&')}` : filled, body: body?.example }
}

/** The same, for a terminal. */
export function asCurl(operation: Operation): string {
  const { verb, path, body } = exampleRequest(operation)
  return [
    'curl',
    verb === 'GET' ? '' : `-X ${verb}`,
    operation.needsToken ? '-H "Authorization: Bearer $token"' : '',
    dataOf(operation, body),
    `"$dam${path}"`,
  ]
    .filter(Boolean)
    .join(' ')
}

function dataOf({ body }: Operation, example: unknown): string {
  if (body === null) return ''
  if (body.contentType === 'application/json')
    return `-H 'Content-Type: application/json' -d ${quoted(JSON.stringify(example))}`
  return Object.entries(example as Record<string, string>)
    .map(([name, value]) => `-d ${quoted(`${name}=${value}`)}`)
    .join(' ')
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
