import type { Endpoint } from '@descant/contract'
import { Validator } from '@seriousme/openapi-schema-validator'
import Schema from 'typebox/schema'
import { describe, expect } from 'vitest'
import { type Dam, test } from '../../../test/harness/dam.ts'
import { makeExampleLibrary } from '../../../test/harness/example-library.ts'
import type { Person } from '../../../test/harness/person.ts'

type Media = { schema: Record<string, unknown>; example?: unknown }
type Parameter = { name: string; in: string; example?: string }
type Operation = {
  operationId: string
  summary: string
  parameters: Parameter[]
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { content?: Record<string, Media> }>
}
type Document = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}

const documentOf = async (dam: Dam) => (await dam.ask<Document>('GET', '/openapi.json')).body
const operationsIn = ({ paths }: Document) =>
  Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ path, verb: verb.toUpperCase(), ...operation })),
  )

describe('the list of endpoints', () => {
  test('says everything about each, in the published form', async ({ dam }) => {
    const mara = await dam.person('mara')

    const { status, body } = await mara.get<Endpoint[]>('/api/v1')

    expect(status).toBe(200)
    expect(body.find(({ url }) => url === '/api[/p/{pname}]/v1/user')).toEqual({
      url: '/api[/p/{pname}]/v1/user',
      method: 'GET',
      description: expect.any(String),
      parameters: [],
      exceptions: [
        { status: 401, description: expect.any(String) },
        { status: 429, description: 'Asked more than 1000 times a minute' },
      ],
      return: {
        type: 'user',
        description: expect.any(String),
        sampleResult: expect.objectContaining({ userId: 'mara@acme.example', firstName: 'Mara' }),
      },
    })
    expect(body.find(({ url, method }) => url.endsWith('/{scheme}/{id}/tag/{tag}') && method === 'PUT')).toMatchObject({
      parameters: [
        { name: 'scheme', in: 'path', type: 'string', required: true },
        { name: 'id', in: 'path', required: true },
        { name: 'tag', in: 'path', required: true },
      ],
      exceptions: [{ status: 401 }, { status: 403 }, { status: 404 }, { status: 429 }],
    })
    const types = new Map(body.map(({ method, url, return: { type } }) => [`${method} ${url}`, type]))
    expect(types.get('GET /api_binary[/p/{pname}]/v1/{scheme}/{id}')).toBe('binary')
    expect(types.get('GET /api[/p/{pname}]/v1/search')).toBe('multiple_result')
    expect(types.get('GET /api[/p/{pname}]/v1/{scheme}/{id}')).toBe('single_result')
  })

  test('has nothing that says nothing, nothing twice, and nothing but the published API', async ({ dam }) => {
    const { body } = await (await dam.person('mara')).get<Endpoint[]>('/api/v1')

    const names = body.map(({ method, url }) => `${method} ${url}`)
    expect(body.filter(({ description }) => description === '')).toEqual([])
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !/ \/api(_binary)?\[/.test(name))).toEqual([])
    expect(names.length).toBeGreaterThan(40)
  })

  test('needs a token, like every other', async ({ dam }) => {
    expect((await dam.ask('GET', '/api/v1')).status).toBe(401)
  })
})

describe('/openapi.json', () => {
  test('is OpenAPI 3.1, for tools of any origin', async ({ dam }) => {
    const { status, body, headers } = await dam.ask<Document>('GET', '/openapi.json')

    expect([status, body.openapi, headers.get('access-control-allow-origin')]).toEqual([200, '3.1.0', '*'])
    const { valid, errors } = await new Validator().validate(structuredClone(body))
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  test('names each operation once, and each path once', async ({ dam }) => {
    const document = await documentOf(dam)

    const ids = operationsIn(document).map(({ operationId }) => operationId)
    const shapes = Object.keys(document.paths).map((path) => path.replace(/\{\w+\}/g, '{}'))
    expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted())
    expect(shapes.toSorted()).toEqual([...new Set(shapes)].toSorted())
    for (const { path, parameters } of operationsIn(document)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(names)
    }
  })

  test('has examples that are what their schemas say', async ({ dam }) => {
    const document = await documentOf(dam)
    const wrong: unknown[] = []
    for (const { verb, path, requestBody, responses } of operationsIn(document)) {
      const contents = [requestBody, ...Object.values(responses)].flatMap((each) => Object.values(each?.content ?? {}))
      for (const { schema, example } of contents.filter((media) => media.example !== undefined)) {
        const whole = { ...schema, components: document.components }
        if (!Schema.Check(whole, example)) wrong.push({ verb, path, example, errors: Schema.Errors(whole, example)[1] })
      }
    }
    expect(wrong).toEqual([])
  })
})

/** What would need a person, a secret or another server. */
const notSent = /^(GET|POST) (\/oauth\/|\/direct\/upload)/

describe('the examples of requests', () => {
  test('that read are answered as they say', async ({ dam }) => {
    await makeExampleLibrary(dam)
    const ada = await dam.person('ada', { role: 'admin' })

    for (const operation of operationsIn(await documentOf(dam))) {
      if (operation.verb === 'GET') await send(ada, operation)
    }
  })

  test('that change something are answered as they say', { timeout: 120_000 }, async ({ dam }) => {
    const changing = operationsIn(await documentOf(dam)).filter(({ verb }) => verb !== 'GET')
    for (const [n, operation] of changing.entries()) {
      // each in a library of its own, so that none stands in another's way
      const account = await dam.addAccount(`library-${n}.example`)
      await makeExampleLibrary({ ...dam, account, library: await dam.adapters.libraries.of(account) })
      await send(await dam.person('ada', { role: 'admin', of: account }), operation)
    }
  })

  async function send(person: Person, operation: Operation & { verb: string; path: string }) {
    const { verb, parameters, requestBody, responses } = operation
    const where = `${verb} ${operation.path}`
    if (notSent.test(where)) return
    const [path, query] = [filled(operation), new URLSearchParams()]
    for (const { name, in: place, example } of parameters) if (place === 'query' && example) query.set(name, example)
    const body = requestBody?.content['application/json']?.example
    const answer = await person.ask(
      verb,
      query.size > 0 ? `${path}?${query}` : path,
      body === undefined ? {} : { body },
    )

    const expected = Object.keys(responses).find((status) => /^[23]/.test(status))
    expect(`${where}: ${answer.status} ${answer.status >= 400 ? answer.bytes : ''}`.trim()).toContain(`: ${expected}`)
    const [type] = Object.keys(responses[expected ?? '']?.content ?? {})
    if (type) expect(`${where}: ${answer.headers.get('content-type')}`).toContain(type)
  }

  const filled = ({ path, parameters }: { path: string; parameters: Parameter[] }) =>
    path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(parameters.find((each) => each.name === name && each.in === 'path')?.example ?? ''),
    )
})
