import type { SearchIndex } from '../../../domain/ports/search-index.ts'
import { SlotIndex, type SlotIndexOptions } from './slot-index.ts'
import { chunksOf, readChunks } from './snapshot-format.ts'

/**
 * Answers as the naive index does, for a million documents in milliseconds. What it holds are arrays of numbers: see
 * `SlotIndex`. Every call is done at once, in the thread that calls. Numbering
 * slots anew takes a second for a million of them, so it waits until nobody has searched for `restMs`.
 */
export function fastSearchIndex({
  leastDead = 4096,
  leastCommon = 2048,
  restMs = 5_000,
}: Partial<SlotIndexOptions & { restMs: number }> = {}): SearchIndex {
  const options = { leastDead, leastCommon }
  let index = new SlotIndex(options)
  let dumps = 0
  let lastAsked = Number.NEGATIVE_INFINITY
  return {
    async apply(changed, removed) {
      for (const id of removed) index.remove(id)
      for (const document of changed) index.put(document)
      index.tidy({ atRest: performance.now() - lastAsked >= restMs })
    },
    async search(query, onPage) {
      lastAsked = performance.now()
      return index.search(query, onPage)
    },
    suggest: async (field, prefix, limit, within) => index.suggest(field, prefix, limit, within),
    closestWords: async (word, limit, within) => index.closestWords(word, limit, within),
    prepare: () => index.prepare(),
    size: () => index.size,
    fingerprintsOf: (ids) => ids.map((id) => index.fingerprintOf(id)),
    memoryBytes: () => index.memoryBytes,
    async clear() {
      index = new SlotIndex(options)
    },
    dump(header) {
      const dumped = index
      const mine = ++dumps
      return chunksOf(dumped.save(), header, {
        check() {
          if (mine !== dumps) throw new Error('Another dump has been begun, which what is left of this one is not of')
        },
        end() {
          if (mine === dumps) dumped.endDump()
        },
      })
    },
    async restore(chunks) {
      const { header, saved } = await readChunks(chunks)
      const restored = new SlotIndex(options)
      restored.load(saved)
      index = restored
      return header
    },
  }
}
