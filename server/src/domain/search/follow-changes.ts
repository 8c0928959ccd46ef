import type { AssetId } from '../asset/asset.ts'
import type { Library } from '../ports/library.ts'
import type { SearchIndex } from '../ports/search-index.ts'
import { libraryProfiles } from '../setting/library-profiles.ts'
import { albumsOf } from './albums-of.ts'
import { documentOf } from './document-of.ts'
import type { Searches } from './searches.ts'

const pageSize = 1000

/**
 * One index per library, loaded at the first search and never behind afterwards: before each search it takes in what
 * the change log says has happened, whoever wrote it.
 */
export function openSearches({ indexes }: { indexes: () => SearchIndex }): Searches {
  const profiles = libraryProfiles()
  const followers = new WeakMap<Library, Follower>()
  const followerOf = (library: Library): Follower => {
    const follower = followers.get(library) ?? follow(library, indexes)
    followers.set(library, follower)
    return follower
  }
  return {
    async search(library, query) {
      const index = await followerOf(library.part?.whole ?? library)()
      const { fields } = query.facets ? await profiles.of(library) : { fields: [] }
      const albums = await albumsOf(library, query.albums)
      return index.search({ ...query, albums, customFields: fields.map(({ id }) => id) })
    },
    async suggest(library, { field, prefix, limit, ...sight }) {
      const index = await followerOf(library.part?.whole ?? library)()
      return index.suggest(field, prefix, limit, { ...sight, albums: await albumsOf(library, null) })
    },
    async closestWords(library, { word, limit, ...sight }) {
      const index = await followerOf(library.part?.whole ?? library)()
      return index.closestWords(word, limit, { ...sight, albums: await albumsOf(library, null) })
    },
  }
}

/** The index, as far as the library is. */
type Follower = () => Promise<SearchIndex>

function follow(library: Library, indexes: () => SearchIndex): Follower {
  let index: SearchIndex
  /** The change the index stands at; `null`: not loaded. */
  let position: number | null = null

  async function catchUpNow(): Promise<void> {
    const { changes } = library.read
    if (position !== null) {
      const last = await changes.lastSeq()
      if (last === position) return
      // the log was cut beyond our place, or the database is another one now: only a new beginning is right
      if (last < position || (await changes.firstSeq()) > position + 1) position = null
    }
    position ??= await loadAnew()
    for (;;) {
      const next = await changes.after(position, pageSize)
      const last = next.at(-1)
      if (last === undefined) return
      if (next.some(({ event }) => event === 'index.asked')) {
        position = await loadAnew()
        continue
      }
      const touched = next.flatMap((change) => (change.event.startsWith('asset.') ? [change.id as AssetId] : []))
      await refresh(library, index, [...new Set(touched)])
      position = last.seq
    }
  }

  /** Beside the old one, in which others search until it is whole. */
  async function loadAnew(): Promise<number> {
    const fresh = indexes()
    const standing = await load(library, fresh)
    index = fresh
    return standing
  }

  const catchUp = shared(catchUpNow)
  // warm before anyone asks; whatever fails here fails again, and is answered, at the next search
  library.onCommit(() => void catchUp().catch(() => {}))
  return async () => {
    await catchUp()
    return index
  }
}

/** Everything, in pages, standing at the change seen before the first of them: later ones are taken in again. */
async function load(library: Library, index: SearchIndex): Promise<number> {
  const { assets, changes } = library.read
  const standing = await changes.lastSeq()
  let after: AssetId | null = null
  for (;;) {
    const ids: AssetId[] = await assets.idsAfter(after, pageSize)
    after = ids.at(-1) ?? null
    if (after === null) return standing
    await refresh(library, index, ids)
    await othersTurn()
  }
}

/** The assets as they are now; those that are gone leave the index. */
async function refresh(library: Library, index: SearchIndex, ids: readonly AssetId[]): Promise<void> {
  const present = await library.read.assets.findMany(ids)
  const found = new Set(present.map((asset) => asset.id))
  await index.apply(
    present.map(documentOf),
    ids.filter((id) => !found.has(id)),
  )
}

/**
 * Runs `work` once for everybody who asks before it starts. A run already under way may have looked too early for
 * the one who asks now, so it waits for the next, with all others who came meanwhile.
 */
function shared(work: () => Promise<void>): () => Promise<void> {
  let latest: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | null = null
  return () => {
    if (waiting !== null) return waiting
    const begin = () => {
      waiting = null
      return work()
    }
    waiting = latest.then(begin, begin)
    latest = waiting
    return waiting
  }
}

/** An embedded database answers at once, and would leave nobody else a turn. */
const othersTurn = () => new Promise<void>((resume) => setImmediate(resume))
