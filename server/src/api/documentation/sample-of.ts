import type { TSchema } from 'typebox'

/** As much of JSON Schema as the contract uses. */
type Known = {
  type?: string
  const?: unknown
  enum?: readonly unknown[]
  anyOf?: readonly TSchema[]
  properties?: Record<string, TSchema>
  patternProperties?: Record<string, TSchema>
  items?: TSchema
  examples?: readonly unknown[]
  minimum?: number
  $ref?: string
  $defs?: Record<string, TSchema>
}

/** A value that the schema describes: its own examples where it has some, otherwise something that looks like one. */
export function sampleOf(schema: TSchema, name = ''): unknown {
  const {
    type,
    const: only,
    enum: words,
    anyOf,
    properties,
    patternProperties,
    items,
    examples,
    ...more
  } = schema as Known
  if (examples?.length) return examples[0]
  if (only !== undefined) return only
  if (words?.length) return words[0]
  if (anyOf?.length)
    return sampleOf(anyOf.find((each) => (each as Known).type !== 'null') ?? (anyOf[0] as TSchema), name)
  if (more.$ref !== undefined && more.$defs?.[more.$ref]) return sampleOf(more.$defs[more.$ref] as TSchema, name)
  // a schema that leads back to itself ends here
  if (more.$ref !== undefined) return undefined
  if (properties) return sampleOfObject(properties)
  if (patternProperties) return {}
  if (items) return [sampleOf(items, name)].filter((item) => item !== undefined)
  if (type === 'integer' || type === 'number') return numbers[name] ?? more.minimum ?? 1
  if (type === 'boolean') return true
  if (type === 'string') return texts[name] ?? 'text'
  return null
}

const sampleOfObject = (properties: Record<string, TSchema>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties)
      .map(([name, schema]) => [name, sampleOf(schema, name)] as const)
      .filter(([, value]) => value !== undefined),
  )

const numbers: Record<string, number> = { limit: 100, start: 0, found: 1, code: 40400 }

/** What stands under a name wherever it does: people, files and addresses that could be. */
const texts: Record<string, string> = {
  name: 'poster.jpg',
  displayName: 'poster.jpg',
  namePath: 'Campaigns/Posters',
  idPath: 'RJ1K0/SIR13',
  description: 'For the summer campaign',
  owner: 'mara@acme.example',
  ownerName: 'Mara Lind',
  userId: 'mara@acme.example',
  email: 'mara@acme.example',
  firstName: 'Mara',
  lastName: 'Lind',
  message: 'There is no image ob3mim4rf13dn2kc56lv1eko2p',
  md5: 'd41d8cd98f00b204e9800998ecf8427e',
  versionId: 'v1eko2pob3mim4rf13dn2kc56l',
  cursor: '42',
  keyword: 'Print',
  tag: 'summer',
  matchExpr: '',
  portalId: '',
  portalName: '',
  permissions: 'download',
  comment: 'Brighter',
  detail: 'https://acme.dam.example/smartalbum/image?column=image&id=ob3mim4rf13dn2kc56lv1eko2p',
  preview: 'https://acme.dam.example/api_binary/v1/image/ob3mim4rf13dn2kc56lv1eko2p/preview',
  download: 'https://acme.dam.example/api_binary/v1/image/ob3mim4rf13dn2kc56lv1eko2p',
  metadata: 'https://acme.dam.example/api_binary/v1/image/ob3mim4rf13dn2kc56lv1eko2p/metadata',
  url: 'https://acme.dam.example/direct/upload',
}
