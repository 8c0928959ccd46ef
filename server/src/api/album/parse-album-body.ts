import type { BatchAlbumBody, BatchAlbumFailure } from '@descant/contract'
import type { AssetId } from '../../domain/asset/asset.ts'
import type { CollectionId } from '../../domain/collection/collection.ts'
import { Invalid } from '../../domain/domain-error.ts'
import { referencesIn } from '../http/references-in.ts'

const most = 1000

export type AlbumRequest = {
  albumId: CollectionId
  contents: { id: AssetId; scheme: string }[]
  /** A content that could not be changed, under the name the client called it. */
  failureOf(id: AssetId): BatchAlbumFailure
}

/** The body of #26 and #27: an album's id or id path, and contents as an array or, as some send it, keyed by id. */
export function parseAlbumBody({ albumPath, contents }: BatchAlbumBody): AlbumRequest {
  const references = referencesIn(contents)
  if (references.length > most) throw new Invalid(`contents: at most ${most} at once`)

  const names = new Map(references.map(({ id, displayName }) => [id, displayName ?? '']))
  return {
    albumId: (albumPath.split('/').filter(Boolean).at(-1) ?? '') as CollectionId,
    contents: references.map(({ id, scheme }) => ({ id: id as AssetId, scheme })),
    failureOf: (id) => ({ id, displayName: names.get(id) ?? '', reason: 'contentNotFound' }),
  }
}
