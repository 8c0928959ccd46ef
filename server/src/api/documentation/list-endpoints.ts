import type { Endpoint, EndpointException, EndpointParameter } from '@descant/contract'
import type { TSchema } from 'typebox'
import type { Answer, Operation } from './operation.ts'

/** #1, in the shape of the published example. */
export const listEndpoints = (operations: readonly Operation[]): Endpoint[] =>
  operations
    .filter(({ path }) => /^\/api(_binary)?\//.test(path))
    .map((operation) => ({
      url: operation.path.replace(/^\/(api|api_binary)\//, '/$1[/p/{pname}]/'),
      method: operation.verb,
      description: operation.summary,
      parameters: parametersOf(operation),
      exceptions: exceptionsOf(operation),
      return: returnOf(operation),
    }))

function parametersOf({ parameters, body }: Operation): EndpointParameter[] {
  const { properties = {}, required = [] } = (body?.schema ?? {}) as {
    properties?: Record<string, TSchema>
    required?: string[]
  }
  return [
    ...parameters.map(({ name, in: where, schema, required: must, description }) => ({
      name,
      in: where,
      type: typeWord(schema),
      required: must,
      description,
    })),
    ...Object.entries(properties).map(([name, schema]) => ({
      name,
      in: 'body' as const,
      type: typeWord(schema),
      required: required.includes(name),
      description: (schema as { description?: string }).description ?? '',
    })),
  ]
}

function typeWord(schema: TSchema): string {
  const { type, enum: words, anyOf } = schema as { type?: string; enum?: readonly unknown[]; anyOf?: TSchema[] }
  const [choice] = (anyOf ?? []).filter((each) => (each as { type?: string }).type !== 'null')
  return type ?? (words ? 'string' : choice ? typeWord(choice) : 'object')
}

function exceptionsOf({ needsToken, role, parameters, body, perMinute }: Operation): EndpointException[] {
  const takes = body !== null || parameters.some(({ in: where }) => where === 'query')
  const names = parameters.some(({ in: where }) => where === 'path')
  const found: (EndpointException | false)[] = [
    takes && { status: 400, description: 'A parameter that is understood and refused; the message names it' },
    needsToken && { status: 401, description: 'No access token, or one that is unknown, expired or revoked' },
    role !== null &&
      role !== 'consumer' && { status: 403, description: `For users with the role ${role}, or a higher one` },
    names && { status: 404, description: 'There is no such thing, or none this user may know of' },
    perMinute !== null && { status: 429, description: `Asked more than ${perMinute} times a minute` },
  ]
  return found.filter((each) => each !== false)
}

function returnOf({ path, summary, answers }: Operation): Endpoint['return'] {
  const good = answers.find(({ status }) => /^[23]/.test(status))
  return {
    type: typeOf(path, good),
    description: good?.description ?? summary,
    sampleResult: good?.example ?? null,
  }
}

function typeOf(path: string, answer: Answer | undefined): Endpoint['return']['type'] {
  if (path === '/api/v1/user') return 'user'
  if (answer?.status === '302') return 'binary'
  const { type, properties } = (answer?.schema ?? {}) as {
    type?: string
    properties?: { results?: unknown; data?: unknown }
  }
  const isList = type === 'array' || (properties?.results ?? properties?.data) !== undefined
  return isList ? 'multiple_result' : 'single_result'
}
