import fc, { type Arbitrary } from 'fast-check'
import type { TSchema } from 'typebox'

/** Texts for what has this name: an `id`, a `scheme`. */
export type Texts = (name: string) => Arbitrary<string>

/** What a schema says, as JSON Schema has it. */
type Said = {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: TSchema[]
  properties?: Record<string, TSchema>
  required?: string[]
  patternProperties?: Record<string, TSchema>
  items?: TSchema
  minimum?: number
  maximum?: number
}

/** Values that a schema allows; texts are words of the library or anything at all. */
export function arbitraryOf(schema: TSchema | undefined, texts: Texts, name = ''): Arbitrary<unknown> {
  const said = (schema ?? {}) as Said
  if (said.const !== undefined) return fc.constant(said.const)
  if (said.enum) return fc.constantFrom(...said.enum)
  if (said.anyOf) return fc.oneof(...said.anyOf.map((each) => arbitraryOf(each, texts, name)))
  if (said.type === 'string') return texts(name)
  if (said.type === 'integer')
    return fc.oneof(fc.integer({ min: said.minimum ?? -5, max: said.maximum ?? 200 }), fc.maxSafeInteger())
  if (said.type === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true })
  if (said.type === 'boolean') return fc.boolean()
  if (said.type === 'null') return fc.constant(null)
  if (said.type === 'array') return fc.array(arbitraryOf(said.items, texts, name), { maxLength: 4 })
  if (said.patternProperties) {
    const [value] = Object.values(said.patternProperties)
    return fc.dictionary(texts('id'), arbitraryOf(value, texts), { maxKeys: 3 })
  }
  if (said.properties) {
    const fields = Object.entries(said.properties).map(([key, each]) => [key, arbitraryOf(each, texts, key)] as const)
    return fc.record(Object.fromEntries(fields), { requiredKeys: said.required ?? [] })
  }
  return fc.oneof(texts(name), fc.array(texts(name), { maxLength: 3 }), fc.jsonValue({ maxDepth: 2 }))
}
