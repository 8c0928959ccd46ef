import type { SearchQuery } from '../../../domain/search/search-query.ts'
import { type BaseParts, BaseSet } from './base-set.ts'
import { type Bits, clearBit, countBits, hasBit, keepOnly, leaveOut, setBit } from './bits.ts'
import { resized } from './growing.ts'
import type { SlotColumns } from './slot-columns.ts'

/** What callers may see in which albums; `null`: everywhere. */
export type Sight = Pick<SearchQuery, 'sees' | 'albums'>

type KnownAlbums = { key: string; albums: ReadonlySet<string>; within: Bits }
type Known = { sees: SearchQuery['sees']; base: BaseSet; within: KnownAlbums | null }

/** Portals ask for the same albums all the time, and there are few of them at once. */
const mostKept = 8

export type BasesParts = BaseParts & {
  columns: SlotColumns
  live: () => Bits
  expired: () => Bits
  /** Adds all slots that are, or were, in an album. */
  addAlbum: (album: string, into: Bits) => void
}

/** The bases callers search in, kept right as slots come, go and expire. */
export class Bases {
  readonly #parts: BasesParts
  #kept: Known[] = []

  constructor(parts: BasesParts) {
    this.#parts = parts
  }

  get memoryBytes(): number {
    return this.#kept.reduce((sum, { base, within }) => sum + base.memoryBytes + (within?.within.byteLength ?? 0), 0)
  }

  of({ sees, albums }: Sight): BaseSet {
    const key = albums === null ? null : albums.join()
    const at = this.#kept.findIndex((known) => known.sees === sees && (known.within?.key ?? null) === key)
    const known = this.#kept[at] ?? this.#make(sees, albums, key)
    if (at >= 0) this.#kept.splice(at, 1)
    this.#kept.unshift(known)
    if (this.#kept.length > mostKept) this.#kept.pop()
    return known.base
  }

  add(slot: number, albums: readonly string[]): void {
    this.resize()
    for (const { sees, base, within } of this.#kept) {
      if (within !== null) {
        if (!albums.some((album) => within.albums.has(album))) continue
        setBit(within.within, slot)
      }
      if (sees === 'everything' || this.#isOpen(slot)) base.add(slot)
    }
  }

  remove(slot: number): void {
    for (const { base, within } of this.#kept) {
      base.remove(slot)
      // somebody else may have the slot next
      if (within !== null) clearBit(within.within, slot)
    }
  }

  /** A live slot has expired, or no longer has. */
  changed(slot: number): void {
    for (const { sees, base, within } of this.#kept) {
      // what has expired is counted as such
      base.facets = null
      if (sees === 'everything' || (within !== null && !hasBit(within.within, slot))) continue
      if (this.#isOpen(slot)) {
        if (!base.has(slot)) base.add(slot)
      } else base.remove(slot)
    }
  }

  resize(): void {
    const { words } = this.#parts.columns
    for (const { base, within } of this.#kept) {
      if (base.bits.length < words) base.bits = resized(base.bits, words)
      if (within !== null && within.within.length < words) within.within = resized(within.within, words)
    }
  }

  #isOpen(slot: number): boolean {
    return hasBit(this.#parts.columns.sets.Approved, slot) && !hasBit(this.#parts.expired(), slot)
  }

  #make(sees: SearchQuery['sees'], albums: readonly string[] | null, key: string | null): Known {
    const { columns, live, expired, addAlbum } = this.#parts
    const { words } = columns
    const bits = new Uint32Array(words)
    if (albums === null) bits.set(live())
    else {
      for (const album of albums) addAlbum(album, bits)
      keepOnly(bits, live(), words)
    }
    const within = albums === null || key === null ? null : { key, albums: new Set(albums), within: bits.slice() }
    if (sees === 'approved-and-unexpired') {
      keepOnly(bits, columns.sets.Approved, words)
      leaveOut(bits, expired(), words)
    }
    const base = new BaseSet(bits, countBits(bits, words), this.#parts)
    return { sees, base, within }
  }
}
