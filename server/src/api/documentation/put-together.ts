import { ErrorBody, schemes } from '@descant/contract'
import { type TSchema, Type } from 'typebox'
import { usualValueOf } from './example-values.ts'
import { type Answer, type CollectedRoute, type Operation, orderOf, type Parameter, type Verb } from './operation.ts'
import { sampleOf } from './sample-of.ts'

/** Routes that differ in the scheme alone are one endpoint with a parameter. In the order of the published contents. */
export function putTogether(routes: readonly CollectedRoute[]): Operation[] {
  const operations = new Map<string, Operation>()
  for (const route of routes) {
    for (const verb of route.verbs) {
      const operation = operationOf(route, verb)
      operations.set(`${verb} ${operation.path}`, operation)
    }
  }
  return [...operations.values()].sort((a, b) => orderOf(a) - orderOf(b))
}

function operationOf(route: CollectedRoute, verb: Verb): Operation {
  const path = templateOf(route.url)
  return {
    number: route.number,
    verb,
    path,
    summary: route.summary,
    description: route.description,
    chapter: route.chapter,
    needsToken: /^\/api(_binary)?\//.test(path),
    role: route.role,
    perMinute: route.perMinute,
    parameters: [...pathParameters(route, path), ...queryParameters(route)],
    body: bodyOf(route, verb),
    answers: withRefusals([...declaredAnswers(route), ...undeclaredAnswers(route)]),
  }
}

function bodyOf({ body, form, example }: CollectedRoute, verb: Verb): Operation['body'] {
  const schema = body ?? form
  if (schema === null || verb === 'GET') return null
  const contentType = body === null ? 'application/x-www-form-urlencoded' : 'application/json'
  return { schema, contentType, example: example.body ?? sampleOf(schema) }
}

const refused = 'Refused; the message says why'
const schemeSegment = new RegExp(`/(${schemes.join('|')})(?=/|$)`)

const templateOf = (url: string): string => url.replace(schemeSegment, '/{scheme}').replace(/:([A-Za-z]\w*)/g, '{$1}')

function pathParameters({ params, example }: CollectedRoute, path: string): Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const declared = propertiesOf(params)[name]
    const isScheme = name === 'scheme'
    return {
      name,
      in: 'path',
      required: true,
      description: descriptionOf(declared) || (isScheme ? 'Kind of content' : ''),
      schema: isScheme ? Type.Enum(schemes) : (declared ?? Type.String()),
      example: example.path?.[name] ?? usualValueOf(name, path),
    }
  })
}

function queryParameters({ query, example }: CollectedRoute): Parameter[] {
  const required = new Set((query as { required?: string[] } | null)?.required ?? [])
  return Object.entries(propertiesOf(query)).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.has(name),
    description: descriptionOf(schema),
    schema,
    example: example.query?.[name],
  }))
}

function declaredAnswers({ responses, summary }: CollectedRoute): Answer[] {
  return Object.entries(responses).map(([status, schema]) => {
    const isRefusal = /^[45]/.test(status)
    const hasBody = (schema as { type?: string }).type !== 'void' && status !== '204'
    return {
      status: status.toUpperCase(),
      description: isRefusal ? refused : hasBody ? summary : 'Done; there is nothing to say',
      ...(hasBody && {
        schema,
        contentType: isText(schema) ? 'text/plain' : 'application/json',
        ...(!isRefusal && { example: sampleOf(schema) }),
      }),
    }
  })
}

/** Whatever a route declares, this is how the API refuses. */
const withRefusals = (answers: Answer[]): Answer[] =>
  answers.some(({ status }) => status === '4XX')
    ? answers
    : [...answers, { status: '4XX', description: refused, schema: ErrorBody, contentType: 'application/json' }]

const undeclaredAnswers = ({ undeclared }: CollectedRoute): Answer[] =>
  Object.entries(undeclared).map(([status, { description, contentType, example }]) => ({
    status,
    description,
    ...(contentType !== undefined && { contentType, schema: Type.String(), example: example ?? 'text' }),
  }))

/** One bare value is text, not JSON. */
const isText = (schema: TSchema): boolean => {
  const { type, const: only } = schema as { type?: string; const?: unknown }
  return type === 'string' || typeof only === 'string'
}

const propertiesOf = (schema: TSchema | null): Record<string, TSchema> =>
  (schema as { properties?: Record<string, TSchema> } | null)?.properties ?? {}

const descriptionOf = (schema: TSchema | undefined): string =>
  (schema as { description?: string } | undefined)?.description ?? ''
