import type { CollectionStore } from '../collection/collection-store.ts'
import { NotAllowed } from '../domain-error.ts'
import type { Looking } from './stores-within.ts'

/** A portal's folders and albums. New ones go into its folders, never beside what was chosen for it. */
export const collectionsWithin = (all: CollectionStore, { look, forget }: Looking): CollectionStore => ({
  async insert(collection) {
    const { collections } = await look()
    if (collection.parentId === null || !collections.has(collection.parentId)) {
      throw new NotAllowed('In a portal, folders and albums are made inside its folders')
    }
    await all.insert(collection)
    forget()
  },

  async update(collection) {
    const { collections } = await look()
    const { id, parentId } = collection
    if (!collections.has(id)) return
    const there = await all.find(id)
    const stays = collections.get(id)?.parentId === parentId
    if (!stays && (parentId === null || !collections.has(parentId))) {
      throw new NotAllowed('In a portal, folders and albums are moved inside its folders')
    }
    // what was chosen stands at the portal's root, and elsewhere in the library
    await all.update(stays && there ? { ...collection, parentId: there.parentId } : collection)
    forget()
  },
  find: async (id) => (await look()).collections.get(id),

  async findChild(parent, name) {
    const { collections } = await look()
    if (parent === null || !collections.has(parent)) return undefined
    return all.findChild(parent, name)
  },

  async delete(ids) {
    const { collections } = await look()
    await all.delete(ids.filter((id) => collections.has(id)))
    forget()
  },

  async assetsIn(albums) {
    const seen = await look()
    return all.assetsIn(albums.filter((id) => seen.albums.has(id)))
  },

  all: async () => [...(await look()).collections.values()],

  async hiddenSizes(at) {
    const { albums } = await look()
    const { sizes, until } = await all.hiddenSizes(at)
    return { sizes: new Map([...sizes].filter(([id]) => albums.has(id))), until }
  },
  async albumSizes() {
    const { albums } = await look()
    return new Map([...(await all.albumSizes())].filter(([id]) => albums.has(id)))
  },
})
