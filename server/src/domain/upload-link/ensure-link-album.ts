import type { Collection, CollectionId } from '../collection/collection.ts'
import { createCollection } from '../collection/create-collection.ts'
import { Invalid } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library } from '../ports/library.ts'
import type { UploadLink } from './upload-link.ts'

type Deps = { library: Library; clock: Clock; ids: Ids }

/** Where the albums of all links are, at the library's root. */
export const linksFolder = 'Upload Links'

/** The album of a link's name, made when the first file comes, and again when somebody has deleted it. */
export async function ensureLinkAlbum(deps: Deps, link: UploadLink): Promise<CollectionId> {
  const { library } = deps
  const known = link.albumId === null ? undefined : await library.read.collections.find(link.albumId)
  if (known?.kind === 'album') return known.id
  const folder = await ensure(deps, { kind: 'folder', parentId: null, name: linksFolder, owner: link.createdBy })
  const name = nameOfAlbum(link.name)
  const album = await ensure(deps, { kind: 'album', parentId: folder, name, owner: link.createdBy })
  await library.transaction(({ uploadLinks }) => uploadLinks.setAlbum(link.id, album))
  return album
}

type Wanted = Pick<Collection, 'kind' | 'parentId' | 'name' | 'owner'>

/** The one of that name and kind; where the other kind has the name, one with a number behind it. */
async function ensure(deps: Deps, wanted: Wanted): Promise<CollectionId> {
  const { collections } = deps.library.read
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted.name : `${[...wanted.name].slice(0, 74).join('')} (${number})`
    const there = await collections.findChild(wanted.parentId, name)
    if (there?.kind === wanted.kind) return there.id
    if (there) continue
    try {
      return (await createCollection(deps, { ...wanted, name, description: '' })).id
    } catch (error) {
      if (!(error instanceof Invalid && error.code === 'name-in-use')) throw error
      number-- // another file of the link made it meanwhile
    }
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is forbidden
const forbidden = /[\\/:*?"<>|\u0000-\u001f\u007f-\u009f]/g

/** What an album may be called, from what a link may. */
const nameOfAlbum = (name: string): string =>
  [...name.replace(forbidden, '_')].slice(0, 80).join('').trim() || linksFolder
