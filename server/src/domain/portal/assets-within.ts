import type { Asset, AssetId } from '../asset/asset.ts'
import type { AssetStore } from '../asset/asset-store.ts'
import { NotFound } from '../domain-error.ts'
import type { Looking } from './stores-within.ts'

/** A portal's assets: those in its albums, which are all the albums they are in. */
export function assetsWithin(all: AssetStore, { look, known }: Looking): AssetStore {
  async function thoseIn<Found extends Pick<Asset, 'id' | 'albumIds'>>(found: Found[]): Promise<Found[]> {
    const { albums } = await look()
    const there = found
      .map((asset) => ({ ...asset, albumIds: asset.albumIds.filter((id) => albums.has(id)) }))
      .filter(({ albumIds }) => albumIds.length > 0)
    for (const { id } of there) known?.add(id)
    return there
  }
  const findMany = async (ids: readonly AssetId[], options?: { withText?: boolean }) =>
    thoseIn(await all.findMany(ids, options))
  const idsOf = async (ids: readonly AssetId[]) => (await findMany(ids)).map(({ id }) => id)
  const isThere = async (id: AssetId) => (await findMany([id])).length > 0
  async function mustBeThere(id: AssetId): Promise<void> {
    if (!known?.has(id) && !(await isThere(id))) throw new NotFound(`asset ${id}`)
  }

  async function idsAfter(after: AssetId | null, limit: number): Promise<AssetId[]> {
    const ids: AssetId[] = []
    for (let from = after; ids.length < limit; ) {
      const next = await all.idsAfter(from, limit)
      ids.push(...(await idsOf(next)))
      from = next.at(-1) ?? null
      if (from === null) break
    }
    return ids.slice(0, limit)
  }

  return {
    findMany,
    findBriefs: async (ids) => thoseIn(await all.findBriefs(ids)),
    async insert(asset) {
      const { albums } = await look()
      if (!asset.albumIds.some((id) => albums.has(id))) throw new NotFound('album of this portal')
      await all.insert(asset)
    },
    async update(id, fields) {
      await mustBeThere(id)
      await all.update(id, fields)
    },
    async touch(ids, modifiedAt) {
      const there = new Set(await idsOf(ids))
      return all.touch(
        ids.filter((id) => there.has(id) || known?.has(id)),
        modifiedAt,
      )
    },
    async addTag(id, tag) {
      await mustBeThere(id)
      return all.addTag(id, tag)
    },
    async removeTag(id, tag) {
      await mustBeThere(id)
      return all.removeTag(id, tag)
    },
    async addToAlbum(id, album) {
      await mustBeThere(id)
      if (!(await look()).albums.has(album)) throw new NotFound(`album ${album}`)
      return all.addToAlbum(id, album)
    },
    async removeFromAlbum(id, album) {
      await mustBeThere(id)
      if (!(await look()).albums.has(album)) throw new NotFound(`album ${album}`)
      return all.removeFromAlbum(id, album)
    },
    async addVersion(version) {
      await mustBeThere(version.assetId)
      await all.addVersion(version)
    },
    versionsOf: async (id) => ((await isThere(id)) ? all.versionsOf(id) : []),
    findVersion: async (id, version) => ((await isThere(id)) ? all.findVersion(id, version) : undefined),
    async recordExamination(id, version, examination) {
      await mustBeThere(id)
      await all.recordExamination(id, version, examination)
    },
    async listVersions(asked) {
      const versions = await all.listVersions(asked)
      const there = new Set(await idsOf([...new Set(versions.map(({ assetId }) => assetId))]))
      return versions.filter(({ assetId }) => there.has(assetId))
    },
    async commentVersion(id, version, comment) {
      await mustBeThere(id)
      await all.commentVersion(id, version, comment)
    },
    async trash(id, at) {
      await mustBeThere(id)
      await all.trash(id, at)
    },
    async restore(id) {
      if ((await all.findInAlbums([id], [...(await look()).albums])).length > 0) await all.restore(id)
    },
    async count() {
      let [counted, after]: [number, AssetId | null] = [0, null]
      for (;;) {
        const ids: AssetId[] = await idsAfter(after, 1000)
        counted += ids.length
        after = ids.at(-1) ?? null
        if (after === null) return counted
      }
    },
    idsAfter,
    findByContent: async (sha256) => idsOf(await all.findByContent(sha256)),
    async findInAlbums(ids, albums) {
      const seen = await look()
      return all.findInAlbums(
        ids,
        albums.filter((id) => seen.albums.has(id)),
      )
    },
    expiringBetween: async (from, until) => idsOf(await all.expiringBetween(from, until)),
    notNoted: async (limit) => idsOf(await all.notNoted(limit)),
    misnoted: async (ids) => all.misnoted(await idsOf(ids)),
    noteAttached: async (ids) => all.noteAttached(await idsOf(ids)),
  }
}
