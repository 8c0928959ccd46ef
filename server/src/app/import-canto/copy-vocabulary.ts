import type { Client } from '@descant/client'
import type { Facet, CustomField as TheirField } from '@descant/contract'
import { createCustomField } from '../../domain/custom-field/create-custom-field.ts'
import type { CustomField } from '../../domain/custom-field/custom-field.ts'
import { updateCustomField } from '../../domain/custom-field/update-custom-field.ts'
import { DomainError } from '../../domain/domain-error.ts'
import { fold } from '../../domain/fold.ts'
import { addKeyword } from '../../domain/keyword/add-keyword.ts'
import type { Clock } from '../../domain/ports/clock.ts'
import type { Ids } from '../../domain/ports/ids.ts'
import type { Library } from '../../domain/ports/library.ts'
import { ifAnswered } from './if-answered.ts'

type Deps = { library: Library; clock: Clock; ids: Ids }
type Fail = (what: string, reason: string) => void

/** Every keyword of the vocabulary, as far as the API tells: those in use, and those that could be. */
export async function copyKeywords(deps: Deps, client: Client): Promise<number> {
  const { facets, results } = await client.search({ limit: 1 })
  const facet = facets.find(({ name }: Facet) => name === 'keywords')?.value ?? []
  const used = facet.filter((name) => name !== 'Unkeyworded') // stands for having none
  const [first] = results
  const available = first ? await ifAnswered(client.commonValues([first])) : undefined
  const names = new Map([...(available?.availableKeywords ?? []), ...used].map((name) => [fold(name), name]))
  for (const name of names.values()) await addKeyword(deps, { name, description: '' })
  return names.size
}

/** Those of the same name and type are the same; choices are added, and none is taken away. Answers them by name. */
export async function copyCustomFields(deps: Deps, client: Client, fail: Fail): Promise<Map<string, CustomField>> {
  const theirs = (await ifAnswered(client.customFields())) ?? []
  const fields = new Map<string, CustomField>()
  for (const field of theirs) {
    try {
      fields.set(field.name, await copyField(deps, field))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      fail(`custom field ${field.name}`, error.message)
    }
  }
  return fields
}

async function copyField(deps: Deps, theirs: TheirField): Promise<CustomField> {
  const { name, type, values } = theirs
  const ours = (await deps.library.read.customFields.all()).find((field) => fold(field.name) === fold(name.trim()))
  const description = theirs.description ?? ''
  if (!ours) return await createCustomField(deps, { name, description, type, choices: values })
  if (ours.type !== type) throw new TypeDiffers(ours, type)

  const known = new Set(ours.choices.map(fold))
  const missing = (values ?? []).filter((choice) => !known.has(fold(choice)))
  if (missing.length === 0) return ours
  const choices = [...ours.choices, ...missing]
  await updateCustomField(deps, { ...ours, choices })
  return { ...ours, choices }
}

class TypeDiffers extends DomainError {
  readonly refusal = 'invalid'
  readonly code = 'type-differs'
  constructor({ name, type }: CustomField, theirs: string) {
    super(`${name} is of the type ${type} here and ${theirs} there: its values are left out`)
  }
}
