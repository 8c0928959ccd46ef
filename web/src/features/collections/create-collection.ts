import type { CreatedCollection } from '@descant/contract'
import type { Dam } from '../../lib/dam.ts'

/** `parentId: null` is the library's root. A used or impossible name is refused with a sentence. */
export const createCollection = (
  dam: Dam,
  { kind, name, parentId }: { kind: 'folder' | 'album'; name: string; parentId: string | null },
): Promise<CreatedCollection> => {
  const under = parentId === null ? {} : { parentId }
  return kind === 'folder' ? dam.createFolder(name, under) : dam.createAlbum(name, under)
}
