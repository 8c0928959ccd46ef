import type { BatchAlbumFailure, ContentReference, CreatedCollection, SortDirection, Tree } from '@descant/contract'
import type { Api, CallOptions } from './api.ts'
import { pathOf } from './path.ts'
import { parsed } from './read-json.ts'
import { queryString } from './search-query.ts'

export type TreeOptions = CallOptions & {
  sortBy?: string
  sortDirection?: SortDirection
  /** Levels; absent: all of them. */
  layer?: number
}

export type NewCollection = CallOptions & {
  /** Absent: the library's root. */
  parentId?: string
  description?: string
}

export function collectionMethods(api: Api) {
  const tree = (path: string, { signal, sortBy, sortDirection, layer }: TreeOptions): Promise<Tree> =>
    api.json(
      { path, query: queryString({ sortBy, sortDirection, layer }), signal },
      (body) => 'results' in body && Array.isArray(body.results),
    )

  const create = (kind: 'folder' | 'album', name: string, given: NewCollection): Promise<CreatedCollection> => {
    const { parentId, description, signal } = given
    const path = parentId === undefined ? pathOf(kind, name) : pathOf(kind, parentId, name)
    return api.json(
      { method: 'POST', path, query: queryString({ Description: description }), signal },
      (body) => 'id' in body,
    )
  }

  /** Servers take a thousand at a time; what failed is told together. */
  async function inAlbum(
    method: 'POST' | 'DELETE',
    album: string,
    contents: readonly ContentReference[],
    { signal }: CallOptions,
  ): Promise<BatchAlbumFailure[]> {
    const failures: BatchAlbumFailure[] = []
    for (let at = 0; at < contents.length; at += mostAtOnce) {
      const json = { albumPath: album, contents: contents.slice(at, at + mostAtOnce) }
      const answer = parsed(await api.text({ method, path: '/batch/album', json, signal }))
      if (Array.isArray(answer)) failures.push(...(answer as BatchAlbumFailure[]))
    }
    return failures
  }

  return {
    /** #6: the whole library's folders and albums. */
    tree: (options: TreeOptions = {}) => tree('/tree', options),
    /** #7: what is below a folder. */
    treeOf: (folderId: string, options: TreeOptions = {}) => tree(pathOf('tree', folderId), options),
    /** #16. */
    createFolder: (name: string, given: NewCollection = {}) => create('folder', name, given),
    /** #17. */
    createAlbum: (name: string, given: NewCollection = {}) => create('album', name, given),
    /** #26, with an album's id or its id path; answers what could not be added. */
    addToAlbum: (album: string, contents: readonly ContentReference[], options: CallOptions = {}) =>
      inAlbum('POST', album, contents, options),
    /** #27. */
    removeFromAlbum: (album: string, contents: readonly ContentReference[], options: CallOptions = {}) =>
      inAlbum('DELETE', album, contents, options),
  }
}

const mostAtOnce = 1000
