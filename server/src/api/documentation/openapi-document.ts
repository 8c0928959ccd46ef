import type { TSchema } from 'typebox'
import type { Answer, Operation, Parameter } from './operation.ts'
import { schemaComponents } from './schema-components.ts'

type Json = Record<string, unknown>

const about = `The Canto API v1 as Descant speaks it. A client written for Canto changes a host name.

Every address under \`/api/v1\` and \`/api_binary/v1\` is also there within a portal, as \`/api/p/{portal}/v1\` and
\`/api_binary/p/{portal}/v1\`: only the portal's content exists there.

Times are \`yyyyMMddHHmmssSSS\` in UTC. Lists take the same parameters for paging, sorting and filters.`

/** OpenAPI 3.1, from what the routes say of themselves. */
export function openApiDocument(operations: readonly Operation[], version: string): Json {
  const { refer, components } = schemaComponents()
  const paths: Record<string, Json> = {}
  for (const operation of operations.map(nameAlike(operations))) {
    const path = paths[operation.path] ?? {}
    path[operation.verb.toLowerCase()] = describe(operation, refer)
    paths[operation.path] = path
  }
  const chapters = [...new Set(operations.map(({ chapter }) => chapter))]

  return {
    openapi: '3.1.0',
    info: { title: 'Descant', version, description: about, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    tags: chapters.map((name) => ({ name })),
    security: [{ token: [] }, { oauth: [] }],
    paths,
    components: { schemas: components, securitySchemes },
  }
}

/** `/folder/{name}` and `/folder/{id}` are one path to OpenAPI, so they get the names of the first. */
const nameAlike =
  (operations: readonly Operation[]) =>
  (operation: Operation): Operation => {
    const first = operations.find((other) => shapeOf(other.path) === shapeOf(operation.path))
    const names = namesIn(first?.path ?? operation.path)
    const inPath = operation.parameters.filter(({ in: where }) => where === 'path')
    return {
      ...operation,
      path: first?.path ?? operation.path,
      parameters: [
        ...inPath.map((parameter, at) => {
          const name = names[at] ?? parameter.name
          return {
            ...parameter,
            name,
            description: parameter.description || (name === parameter.name ? '' : parameter.name),
          }
        }),
        ...operation.parameters.filter(({ in: where }) => where === 'query'),
      ],
    }
  }

const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
const shapeOf = (path: string): string => path.replace(/\{\w+\}/g, '{}')

const securitySchemes = {
  token: { type: 'http', scheme: 'bearer', description: 'An access token, as OAuth gives it' },
  oauth: {
    type: 'oauth2',
    description: 'In the spelling that OAuth libraries know',
    flows: {
      authorizationCode: {
        authorizationUrl: '/oauth/api/oauth2/compatible/authorize',
        tokenUrl: '/oauth/api/oauth2/compatible/token',
        refreshUrl: '/oauth/api/oauth2/compatible/token',
        scopes: {},
      },
      clientCredentials: {
        tokenUrl: '/oauth/api/oauth2/compatible/token',
        scopes: { admin: 'As an administrator', contributor: 'As a contributor', consumer: 'As a consumer' },
      },
    },
  },
}

function describe(operation: Operation, refer: (schema: TSchema) => Json): Json {
  const { body, role, perMinute, number, description } = operation
  const notes = [
    description,
    role && role !== 'consumer' ? `For users with the role ${role}, or a higher one.` : '',
    perMinute === null ? '' : `Answers ${perMinute} times a minute.`,
  ]
  return {
    operationId: operationId(operation),
    summary: operation.summary,
    description: notes.filter(Boolean).join('\n\n'),
    tags: [operation.chapter],
    ...(number !== null && { 'x-canto-number': number }),
    ...(!operation.needsToken && { security: [] }),
    parameters: operation.parameters.map((parameter) => describeParameter(parameter, refer)),
    ...(body && {
      requestBody: {
        required: true,
        content: { [body.contentType]: { schema: refer(body.schema), example: body.example } },
      },
    }),
    responses: Object.fromEntries(operation.answers.map((answer) => [answer.status, describeAnswer(answer, refer)])),
  }
}

const describeParameter = (
  { name, in: where, required, description, schema, example }: Parameter,
  refer: (schema: TSchema) => Json,
): Json => ({
  name,
  in: where,
  required,
  ...(description && { description }),
  schema: refer(schema),
  ...(example !== undefined && { example }),
})

function describeAnswer(
  { status, description, schema, contentType, example }: Answer,
  refer: (schema: TSchema) => Json,
): Json {
  return {
    description,
    ...(status === '302' && {
      headers: { Location: { description: 'Good without a token, for a while', schema: { type: 'string' } } },
    }),
    ...(schema &&
      contentType && {
        content: { [contentType]: { schema: refer(schema), ...(example !== undefined && { example }) } },
      }),
  }
}

/** `getSchemeById` for `GET /api/v1/{scheme}/{id}`. */
export function operationId({ verb, path }: Pick<Operation, 'verb' | 'path'>): string {
  const words = path
    .replace(/^\/api\/v1/, '')
    .replace(/^\/api_binary\/v1/, '/binary')
    .split('/')
    .filter(Boolean)
    .map((segment) => segment.replace(/^\{(\w+)\}$/, (_, name: string) => `By${capital(name)}`))
    .flatMap((segment) => segment.split(/[^A-Za-z0-9]+/))
  return verb.toLowerCase() + (words.length > 0 ? words.map(capital).join('') : 'Endpoints')
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
