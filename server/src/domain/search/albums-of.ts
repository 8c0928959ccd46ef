import type { CollectionId } from '../collection/collection.ts'
import type { Library } from '../ports/library.ts'

/** The albums a search looks into: those asked for, of those there are in this part of the library; `null`: everywhere. */
export async function albumsOf(
  { part }: Pick<Library, 'part'>,
  asked: readonly CollectionId[] | null,
): Promise<readonly CollectionId[] | null> {
  if (part === null) return asked
  const albums = await part.albums()
  return asked === null ? [...albums] : asked.filter((id) => albums.has(id))
}
