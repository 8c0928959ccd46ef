import fc, { type Arbitrary } from 'fast-check'
import type { FastifySchema, RouteOptions } from 'fastify'
import type { TSchema } from 'typebox'
import { arbitraryOf, type Texts } from './arbitrary-of.ts'

export type FuzzedRequest = { method: string; path: string; headers: Record<string, string>; body?: string }

/** Requests as a route declares them, and sometimes not at all so. */
export function requestOf({ method, url, schema }: RouteOptions, texts: Texts): Arbitrary<FuzzedRequest> {
  const text = texts('')
  const { params, querystring, body, asks } = (schema ?? {}) as FastifySchema
  const names = [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const verbs = [method].flat()
  const query = (querystring ?? (body ? undefined : asks)) as TSchema | undefined
  return fc
    .record({
      verb: fc.constantFrom(...verbs),
      path: fc.tuple(
        ...names.map((name) =>
          arbitraryOf(
            propertyOf(params, name),
            texts,
            `${url
              .slice(0, url.indexOf(`/:${name}`))
              .split('/')
              .at(-1)}/${name}`,
          ),
        ),
      ),
      rest: text,
      query: query ? arbitraryOf(query, texts) : fc.dictionary(text, text, { maxKeys: 2 }),
      more: fc.option(fc.dictionary(text, text, { maxKeys: 1 }), { nil: {}, freq: 4 }),
      body: verbs.every((verb) => verb === 'GET' || verb === 'HEAD') ? fc.constant(null) : bodyOf(body ?? asks, texts),
    })
    .map(({ verb, path, rest, query: asked, more, body: sent }) => ({
      method: verb,
      path: `${addressOf(url, path, rest)}${queryText({ ...(asked as object), ...more })}`,
      headers: sent?.type ? { 'content-type': sent.type } : {},
      ...(sent && verb !== 'GET' && verb !== 'HEAD' && { body: sent.text }),
    }))
}

const propertyOf = (schema: unknown, name: string): TSchema =>
  (schema as { properties?: Record<string, TSchema> } | undefined)?.properties?.[name] ??
  ({ type: 'string' } as TSchema)

function bodyOf(schema: unknown, texts: Texts): Arbitrary<{ type: string; text: string } | null> {
  const text = texts('')
  const json = (value: Arbitrary<unknown>) =>
    value.map((each) => ({ type: 'application/json', text: JSON.stringify(each) ?? '' }))
  return fc.oneof(
    { weight: 8, arbitrary: json(arbitraryOf(schema as TSchema | undefined, texts)) },
    { weight: 2, arbitrary: arbitraryOf(schema as TSchema | undefined, texts).map(asForm) },
    { weight: 1, arbitrary: json(fc.jsonValue({ maxDepth: 3 })) },
    { weight: 1, arbitrary: text.map((each) => ({ type: 'application/json', text: `{${each}` })) },
    {
      weight: 1,
      arbitrary: text.map((each) => ({ type: 'multipart/form-data; boundary=x', text: `--x\r\n${each}\r\n--x--` })),
    },
    { weight: 1, arbitrary: text.map((each) => ({ type: 'text/html', text: each })) },
    { weight: 1, arbitrary: fc.constant(null) },
  )
}

const asForm = (value: unknown) => ({
  type: 'application/x-www-form-urlencoded',
  text: queryText(value as object | null).slice(1),
})

function addressOf(url: string, values: readonly unknown[], rest: string): string {
  let next = 0
  return url.replace(/:\w+/g, () => encoded(values[next++]) || 'x').replace('*', () => encoded(rest))
}

function queryText(values: object | null | undefined): string {
  const pairs = Object.entries(values ?? {}).flatMap(([name, value]) =>
    [value].flat().map((each) => `${encoded(name)}=${encoded(each)}`),
  )
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

const encoded = (value: unknown): string => encodeURIComponent(asText(value).toWellFormed())

const asText = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '')
