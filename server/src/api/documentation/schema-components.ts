import * as contract from '@descant/contract'
import type { TSchema } from 'typebox'

type Json = Record<string, unknown>

const isSchema = (value: unknown): value is TSchema =>
  typeof value === 'object' &&
  value !== null &&
  ('type' in value || 'anyOf' in value || 'enum' in value || '$ref' in value)

/** The contract's schemas have the names they are exported under. */
const names = new Map<unknown, string>(
  Object.entries(contract).flatMap(([name, value]) => (isSchema(value) ? [[value, name] as const] : [])),
)

/**
 * Schemas as OpenAPI 3.1 has them. Those of the contract are written once, under their names, and referred to
 * everywhere else.
 */
export function schemaComponents() {
  const components: Record<string, Json> = {}

  function refer(schema: TSchema): Json {
    const name = names.get(schema)
    if (name === undefined) return convert(schema as Json) as Json
    if (!(name in components)) {
      components[name] = {} // before its content, which may lead back here
      components[name] = convert(withoutName(schema, name)) as Json
    }
    return { $ref: `#/components/schemas/${name}` }
  }

  function convert(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(within)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        if (key === '$ref') return [key, `#/components/schemas/${String(inner)}`]
        return [key, key === 'examples' || key === 'default' || key === 'const' ? inner : within(inner)]
      }),
    )
  }

  const within = (value: unknown): unknown => (names.has(value) ? refer(value as TSchema) : convert(value))

  return { refer, components }
}

/** A schema that leads back to itself carries its definition along; here that is the component. */
function withoutName(schema: TSchema, name: string): Json {
  const { $defs } = schema as { $defs?: Record<string, Json> }
  const { $id: _, ...definition } = $defs?.[name] ?? (schema as Json)
  return definition
}
