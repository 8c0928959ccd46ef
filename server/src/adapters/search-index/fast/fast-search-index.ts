import type { SearchIndex } from '../../../domain/ports/search-index.ts'
import { SlotIndex, type SlotIndexOptions } from './slot-index.ts'
import { chunksOf, readChunks } from './snapshot-format.ts'

/**
 * Answers as the naive index does, for a million documents in milliseconds. What it holds are arrays of numbers: see
 * `SlotIndex`. Every call is done at once, in the thread that calls. What was replaced or removed is swept out of them
 * with the writes that follow, for `sweepMs` each at most; but not while a dump is read, which is given up when nobody
 * has read on for `dumpMs`.
 */
export function fastSearchIndex({
  leastDead = 4096,
  sweptAtOnce = 2 ** 15,
  leastCommon = 2048,
  sweepMs = 2,
  dumpMs = 60_000,
}: Partial<SlotIndexOptions & { sweepMs: number; dumpMs: number }> = {}): SearchIndex {
  const options = { leastDead, sweptAtOnce, leastCommon }
  let index = new SlotIndex(options)
  let dumps = 0
  let lastRead = 0
  return {
    async apply(changed, removed) {
      for (const id of removed) index.remove(id)
      for (const document of changed) index.put(document)
      const since = performance.now()
      if (index.isDumped && since - lastRead >= dumpMs) {
        dumps++
        index.endDump()
      }
      index.tidy(() => performance.now() - since >= sweepMs)
    },
    search: async (query, onPage) => index.search(query, onPage),
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
      lastRead = performance.now()
      return chunksOf(dumped.save(), header, {
        check() {
          if (mine !== dumps) throw new Error('Another dump was begun since, or nobody read this one for too long')
          lastRead = performance.now()
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
