import type { AssetId } from '../../../domain/asset/asset.ts'
import { type CustomFieldId, isCustomFieldId } from '../../../domain/custom-field/custom-field.ts'
import type { SearchDocument } from '../../../domain/search/search-document.ts'
import type { FacetResult, FoundPage, SearchQuery, SearchResult } from '../../../domain/search/search-query.ts'
import {
  beginsWith,
  foldSuggested,
  type Restriction,
  type SuggestedField,
  type Suggestion,
} from '../../../domain/search/suggestion.ts'
import type { BaseSet, Lists } from './base-set.ts'
import { Bases } from './bases.ts'
import { type Bits, clearBit, countBits, hasBit, listSlots, setBit, wordsFor } from './bits.ts'
import { closestWords } from './closest-words.ts'
import { countFacets, rangeFacets } from './count-facets.ts'
import { CustomFields } from './custom-fields.ts'
import { Expiry } from './expiry.ts'
import { keepMatching, type Texts } from './find-text.ts'
import { resized } from './growing.ts'
import { HitLists, type Hits } from './hits.ts'
import { IdTable } from './id-table.ts'
import { type Filtered, hasFilters, measured, narrow } from './narrow.ts'
import { gone, Postings } from './postings.ts'
import { ScratchSets } from './scratch-sets.ts'
import { SlotColumns } from './slot-columns.ts'
import { copied, json, type Saved, type Sections, savedJson, savedUint32 } from './snapshot-sections.ts'
import { SortOrders } from './sort-orders.ts'
import { Spellings } from './spellings.ts'
import { TextReader } from './text-reader.ts'
import { TextStore } from './text-store.ts'
import { TextVocabulary } from './text-vocabulary.ts'
import { ValueLists } from './value-lists.ts'

export type SlotIndexOptions = {
  /** Slots are numbered anew when a fifth is dead (half, where searches never rest), and so many at least. */
  leastDead: number
  /** Where words stand is noted once so many documents, and one in 32, have them. */
  leastCommon: number
}

/**
 * The documents of a library by slot. A slot is given once: what is put again gets a new one, and the old one is dead
 * until slots are numbered anew.
 */
export class SlotIndex {
  readonly #ids = new IdTable()
  readonly #columns = new SlotColumns()
  readonly #lists: Lists = {
    keywords: new ValueLists({ everySlot: true }),
    owner: new ValueLists({ everySlot: true }),
    tags: new ValueLists({ everySlot: true }),
    fileType: new ValueLists({ everySlot: true }),
  }
  readonly #custom = new CustomFields()
  readonly #albums = new Spellings()
  readonly #albumPostings = new Postings()
  readonly #vocabulary: TextVocabulary
  readonly #store: TextStore
  readonly #scratch = new ScratchSets()
  readonly #hitLists = new HitLists()
  readonly #expiry = new Expiry(this.#columns)
  readonly #texts: Texts
  readonly #bases: Bases
  readonly #orders: SortOrders
  readonly #filtered: Filtered
  readonly #leastDead: number
  #live: Bits = new Uint32Array(this.#columns.words)
  #slots = 0
  #size = 0

  constructor({ leastDead, leastCommon }: SlotIndexOptions) {
    this.#leastDead = leastDead
    this.#vocabulary = new TextVocabulary({ leastCommon })
    this.#store = new TextStore(this.#vocabulary)
    const reader = new TextReader(this.#store, this.#vocabulary)
    this.#texts = { vocabulary: this.#vocabulary, store: this.#store, reader, scratch: this.#scratch }
    const live = () => this.#live
    const expired = () => this.#expiry.expired
    this.#filtered = {
      ...{ columns: this.#columns, lists: this.#lists, custom: this.#custom, scratch: this.#scratch },
      ...{ live, expired },
    }
    this.#bases = new Bases({
      ...{ columns: this.#columns, lists: this.#lists, live, expired },
      measures: {
        numbersOf: (measure) =>
          isCustomFieldId(measure)
            ? (slot) => this.#custom.numberOf(measure, slot)
            : (slot) => this.#columns.numbers[measure][slot] as number,
        allWithin: (measure, bits) => {
          if (isCustomFieldId(measure)) return this.#custom.allWithin(measure, bits)
          return this.#columns.allWithin(measure, bits)
        },
      },
      addAlbum: (album, into) => {
        const number = this.#albums.find(album)
        if (number >= 0) this.#albumPostings.addTo(number, into)
      },
    })
    const texts = {
      name: (slot: number) => this.#store.nameOf(slot),
      owner: (slot: number) => this.#lists.owner.firstOf(slot),
    }
    this.#orders = new SortOrders(this.#ids, this.#columns, texts, () => this.#liveSlots())
  }

  get size(): number {
    return this.#size
  }

  get memoryBytes(): number {
    const lists = Object.values(this.#lists).reduce((sum, one) => sum + one.memoryBytes, 0)
    const parts = [this.#ids, this.#columns, this.#custom, this.#albums, this.#albumPostings, this.#vocabulary]
    const more = [this.#store, this.#expiry, this.#bases, this.#orders, this.#scratch, this.#hitLists]
    return [...parts, ...more].reduce((sum, part) => sum + part.memoryBytes, lists + this.#live.byteLength)
  }

  remove(id: AssetId): void {
    const slot = this.#ids.slotOf(id)
    if (slot < 0) return
    this.#ids.forget(id)
    this.#bases.remove(slot)
    this.#orders.remove(slot)
    this.#expiry.remove(slot)
    clearBit(this.#live, slot)
    this.#size--
  }

  put(document: SearchDocument): void {
    this.remove(document.id)
    const slot = this.#slots++
    this.#size++
    this.#columns.add(slot, document)
    if (this.#live.length < this.#columns.words) this.#live = resized(this.#live, this.#columns.words)
    setBit(this.#live, slot)
    this.#ids.put(document.id, slot)
    this.#lists.keywords.add(slot, document.keywords)
    this.#lists.tags.add(slot, document.tags)
    this.#lists.owner.add(slot, [document.owner])
    this.#lists.fileType.add(slot, [document.extension])
    this.#custom.add(slot, document)
    for (const album of document.albums) this.#albumPostings.add(this.#albums.numberOf(album), slot)
    this.#store.add(slot, document)
    this.#expiry.add(slot)
    this.#bases.add(slot, document.albums)
    this.#orders.add(slot)
  }

  /** Numbers slots anew, without those that are dead, if there are too many of them: more where nobody rests. */
  tidy({ atRest }: { atRest: boolean }): void {
    const dead = this.#slots - this.#size
    if (dead < this.#leastDead || dead * (atRest ? 5 : 2) < this.#slots) return
    const order = this.#liveSlots()
    const renumbered = new Uint32Array(this.#slots).fill(gone)
    for (let slot = 0; slot < order.length; slot++) renumbered[order[slot] as number] = slot
    this.#columns.renumber(order, renumbered)
    this.#ids.renumber(order)
    for (const lists of Object.values(this.#lists)) lists.renumber(renumbered, order.length)
    this.#custom.renumber(renumbered, order.length)
    this.#albumPostings.renumber(renumbered, order.length, this.#albums.count)
    this.#vocabulary.renumber(renumbered, order.length)
    this.#store.renumber(renumbered)
    this.#orders.renumber(renumbered, order)
    this.#slots = order.length
    this.#live = new Uint32Array(this.#columns.words)
    for (let slot = 0; slot < this.#slots; slot++) setBit(this.#live, slot)
    this.#expiry.fill(this.#liveSlots())
    this.#bases.forget()
  }

  /** Every order, and what is counted over everything. */
  *prepare(): Generator<void> {
    yield* this.#orders.prepare()
    this.#scratch.resize(this.#words)
    this.#bases.resize()
    const everything = this.#bases.of({ sees: 'everything', albums: null })
    everything.totals(this.#words)
    const columns = rangeFacets.map((name) => measured[name].column)
    for (const measure of [...columns, ...this.#custom.numbers.keys()]) {
      yield
      everything.boundsOf(measure, everything.bits)
    }
  }

  search(query: SearchQuery, onPage?: (page: FoundPage) => void): SearchResult {
    const base = this.#baseOf(query)
    const resultOf = (bits: Bits, count: number) =>
      this.#resultOf(query, base, this.#hitLists.of(bits, count, this.#words), onPage)
    if (!hasFilters(query)) return resultOf(base.bits, base.count)
    return this.#scratch.with((bits) => {
      bits.set(base.bits)
      narrow(this.#filtered, query, bits)
      if (query.text !== null) keepMatching(this.#texts, query.text, bits)
      return resultOf(bits, countBits(bits, this.#words))
    })
  }

  fingerprintOf(id: AssetId): number | null {
    const slot = this.#ids.slotOf(id)
    return slot < 0 ? null : (this.#columns.fingerprints[slot] as number)
  }

  suggest(field: SuggestedField, prefix: string, limit: number, within: Restriction): Suggestion[] {
    const base = this.#baseOf(within)
    const wanted = foldSuggested(prefix)
    const { counts } = base.totals(this.#words)[field]
    const begins = (folded: string) => beginsWith(foldSuggested(folded), wanted)
    return this.#lists[field].spellings.listed(counts, begins).slice(0, limit)
  }

  closestWords(typed: string, limit: number, within: Restriction): string[] {
    return closestWords(this.#vocabulary, typed, this.#baseOf(within).bits).slice(0, limit)
  }

  /** Everything at this moment; until `endDump`, what comes later is written beside it. */
  save(): Sections {
    return [
      json('slots', this.#slots),
      copied('live', this.#live.subarray(0, wordsFor(this.#slots))),
      ...this.#ids.save(),
      ...this.#columns.save(),
      ...Object.entries(this.#lists).flatMap(([name, lists]) => lists.save(`lists.${name}`)),
      ...this.#custom.save(),
      ...this.#albums.save('albums'),
      ...this.#albumPostings.save('albums.postings', this.#albums.count),
      ...this.#vocabulary.save(),
      ...this.#store.save(),
      ...this.#orders.save(),
    ]
  }

  /** What was saved is written: it need not stay as it was any longer. */
  endDump(): void {
    for (const lists of Object.values(this.#lists)) lists.endDump()
    this.#custom.endDump()
    this.#albumPostings.endDump()
    this.#vocabulary.endDump()
  }

  /** Of an index that holds nothing yet. */
  load(saved: Saved): void {
    this.#slots = Number(savedJson(saved, 'slots'))
    this.#columns.load(saved)
    this.#live = resized(savedUint32(saved, 'live'), this.#columns.words)
    this.#size = countBits(this.#live, this.#live.length)
    this.#ids.load(saved, (slot) => hasBit(this.#live, slot))
    for (const [name, lists] of Object.entries(this.#lists)) lists.load(`lists.${name}`, saved)
    this.#custom.load(saved)
    this.#albums.load('albums', saved)
    this.#albumPostings.load('albums.postings', saved)
    this.#vocabulary.load(saved)
    this.#store.load(saved)
    this.#expiry.fill(this.#liveSlots())
    this.#orders.load(saved)
  }

  get #words(): number {
    return this.#columns.words
  }

  #baseOf({ now, sees, albums }: Restriction): BaseSet {
    this.#scratch.resize(this.#words)
    this.#bases.resize()
    this.#expiry.moveTo(now, (slot) => this.#bases.changed(slot))
    return this.#bases.of({ sees, albums })
  }

  #resultOf(query: SearchQuery, base: BaseSet, hits: Hits, onPage?: (page: FoundPage) => void): SearchResult {
    const { sortBy, ascending, start, limit } = query
    const wanted = start < hits.count && limit > 0
    const slots = wanted ? this.#orders.page(sortBy, ascending, hits, this.#size, start, limit) : []
    const page = { found: hits.count, ids: slots.map((slot) => this.#ids.textOf(slot) as AssetId) }
    if (!query.facets) return { ...page, facets: [] }
    onPage?.(page)
    return { ...page, facets: this.#facetsOf(query.customFields, base, hits) }
  }

  /** Of a whole base they are kept until something changes: every list begins with them. */
  #facetsOf(customFields: readonly CustomFieldId[], base: BaseSet, hits: Hits): FacetResult[] {
    if (hits.count < base.count) return countFacets(this.#filtered, hits, base, customFields)
    const fields = customFields.join()
    if (base.facets?.fields !== fields) {
      base.facets = { fields, results: countFacets(this.#filtered, hits, base, customFields) }
    }
    return base.facets.results
  }

  #liveSlots(): Uint32Array {
    const slots = new Uint32Array(this.#size)
    listSlots(this.#live, this.#words, slots)
    return slots
  }
}
