import type { CreatedCollection } from '@descant/contract'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Collection, CollectionId } from '../../domain/collection/collection.ts'
import { createCollection } from '../../domain/collection/create-collection.ts'
import { callerOf } from './caller.ts'
import type { ContentDeps } from './content-deps.ts'
import { presentCollection } from './present-collection.ts'
import { presentingFor } from './presenting.ts'

/** The path of #16 and #17. Without a parent it is the library's root. */
export const NewCollectionParams = Type.Object({ parent: Type.Optional(Type.String()), name: Type.String() })
type NewCollectionParams = { parent?: string; name: string }

/** Makes the folder or album that the address names, with the description of query, form or JSON. */
export async function createFromRequest(
  request: FastifyRequest,
  deps: ContentDeps,
  kind: Collection['kind'],
): Promise<CreatedCollection> {
  const { library, user } = callerOf(request)
  const { parent, name } = request.params as NewCollectionParams
  const { id } = await createCollection(
    { ...deps, library },
    {
      kind,
      parentId: (parent ?? null) as CollectionId | null,
      name,
      description: descriptionIn(request.query) ?? descriptionIn(request.body) ?? '',
      owner: user.email,
    },
  )
  const { tree, origin } = await presentingFor(request, deps)
  const created = tree.find(id)
  if (!created) throw new Error(`${kind} ${id} is not in the tree right after it was made`)
  return presentCollection(created, origin)
}

/** Called `Description` by the published page, `description` by clients that follow its other bodies. */
function descriptionIn(fields: unknown): string | undefined {
  if (typeof fields !== 'object' || fields === null) return undefined
  const { Description, description } = fields as Record<string, unknown>
  return [Description, description].find((text) => typeof text === 'string')
}
