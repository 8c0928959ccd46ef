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
import { type BaseSet, countedLists, type Lists } from './base-set.ts'
import { Bases } from './bases.ts'
import { type Bits, countBits, hasBit } from './bits.ts'
import { closestWords } from './closest-words.ts'
import { countFacets, rangeFacets } from './count-facets.ts'
import { CustomFields } from './custom-fields.ts'
import { Expiry } from './expiry.ts'
import { keepMatching, type Texts } from './find-text.ts'
import { HitLists, type Hits } from './hits.ts'
import { IdTable } from './id-table.ts'
import { KeywordsAndTags } from './keywords-and-tags.ts'
import { Measures } from './measures.ts'
import { type Filtered, hasFilters, measured, narrow } from './narrow.ts'
import { Postings } from './postings.ts'
import { ScratchSets } from './scratch-sets.ts'
import { SlotColumns } from './slot-columns.ts'
import { SlotUses } from './slot-uses.ts'
import type { Saved, Sections } from './snapshot-sections.ts'
import { SortOrders } from './sort-orders.ts'
import { Spellings } from './spellings.ts'
import { Sweep } from './sweep.ts'
import { TextReader } from './text-reader.ts'
import { TextStore } from './text-store.ts'
import { TextVocabulary } from './text-vocabulary.ts'
import { ValueColumn } from './value-column.ts'

export type SlotIndexOptions = {
  /** Dead slots are swept when one in 16 is dead, and so many at least. */
  leastDead: number
  /** So many places of arrays are swept at once: a tenth of a millisecond or so, and what is not to be cut in pieces. */
  sweptAtOnce: number
  /** Where words stand is noted once so many documents, and one in 32, have them. */
  leastCommon: number
}

/**
 * The documents of a library by slot. What is put again gets another slot, and the old one is dead: in no answer, but
 * still in lists, sets and texts. A sweep takes it out of all of them, slice by slice, while searches and writes go on;
 * once nothing knows it, it is given again. So no slot is ever numbered anew, and nothing may rely on slots being given
 * in order.
 */
export class SlotIndex {
  readonly #ids = new IdTable()
  readonly #columns = new SlotColumns()
  readonly #keywordsAndTags = new KeywordsAndTags()
  readonly #owner = new ValueColumn()
  readonly #fileType = new ValueColumn()
  readonly #lists: Lists = {
    keywords: this.#keywordsAndTags.keywords,
    tags: this.#keywordsAndTags.tags,
    owner: this.#owner,
    fileType: this.#fileType,
  }
  readonly #custom = new CustomFields()
  readonly #measures = new Measures(this.#columns, this.#custom)
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
  readonly #sweptAtOnce: number
  readonly #slots = new SlotUses()
  #sweep: Generator<void> | null = null
  /** From `save` to `endDump`. */
  isDumped = false

  constructor({ leastDead, sweptAtOnce, leastCommon }: SlotIndexOptions) {
    this.#leastDead = leastDead
    this.#sweptAtOnce = sweptAtOnce
    this.#vocabulary = new TextVocabulary({ leastCommon })
    this.#store = new TextStore(this.#vocabulary)
    const reader = new TextReader(this.#store, this.#vocabulary)
    this.#texts = { vocabulary: this.#vocabulary, store: this.#store, reader, scratch: this.#scratch }
    const live = () => this.#slots.live
    const expired = () => this.#expiry.expired
    this.#filtered = {
      ...{ columns: this.#columns, lists: this.#lists, custom: this.#custom, measures: this.#measures },
      ...{ scratch: this.#scratch, live, expired },
    }
    this.#bases = new Bases({
      ...{ columns: this.#columns, live, expired },
      listsOf: (name) => (isCustomFieldId(name) ? this.#custom.texts.get(name) : this.#lists[name]),
      measures: this.#measures,
      addAlbum: (album, into) => {
        const number = this.#albums.find(album)
        if (number >= 0) this.#albumPostings.addTo(number, into)
      },
    })
    const texts = {
      name: (slot: number) => this.#store.nameOf(slot),
      owner: (slot: number) => this.#owner.valueOf(slot),
    }
    this.#orders = new SortOrders(this.#ids, this.#columns, texts, () => this.#slots.listLive())
  }

  get size(): number {
    return this.#slots.size
  }

  get memoryBytes(): number {
    const fields = [this.#columns, this.#keywordsAndTags, this.#owner, this.#fileType, this.#custom]
    const parts = [this.#ids, this.#slots, this.#albums, this.#albumPostings, this.#vocabulary, this.#store]
    const more = [this.#expiry, this.#bases, this.#orders, this.#scratch, this.#hitLists]
    return [...fields, ...parts, ...more].reduce((sum, part) => sum + part.memoryBytes, 0)
  }

  remove(id: AssetId): void {
    const slot = this.#ids.slotOf(id)
    if (slot < 0) return
    this.#ids.forget(id)
    this.#bases.remove(slot)
    this.#orders.remove(slot)
    this.#expiry.remove(slot)
    this.#slots.end(slot)
  }

  put(document: SearchDocument): void {
    this.remove(document.id)
    const slot = this.#slots.give()
    this.#columns.add(slot, document)
    this.#slots.begin(slot, this.#words)
    this.#ids.put(document.id, slot)
    this.#keywordsAndTags.add(slot, document)
    this.#owner.add(slot, document.owner)
    this.#fileType.add(slot, document.extension)
    this.#custom.add(slot, document)
    for (const album of document.albums) this.#albumPostings.add(this.#albums.numberOf(album), slot)
    this.#store.add(slot, document)
    this.#expiry.add(slot)
    this.#bases.add(slot, document.albums)
    this.#orders.add(slot)
  }

  /** Goes on with the sweep, where one is under way or due, until `isEnough`: one slice at least. */
  tidy(isEnough: () => boolean): void {
    // what is dumped stays where it is
    if (this.isDumped) return
    if (this.#sweep === null && !this.#slots.hasDead(16, this.#leastDead)) return
    this.#sweep ??= this.#sweepDead()
    while (this.#sweep.next().done !== true) if (isEnough()) return
    this.#sweep = null
  }

  /** Every order, and what is counted over everything. */
  *prepare(): Generator<void> {
    yield* this.#orders.prepare()
    this.#scratch.resize(this.#words)
    this.#bases.resize()
    const everything = this.#bases.of({ sees: 'everything', albums: null })
    for (const name of [...countedLists, ...this.#custom.texts.keys()]) {
      yield
      everything.totalsOf(name)
    }
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
    const { counts } = base.totalsOf(field)
    const begins = (folded: string) => beginsWith(foldSuggested(folded), wanted)
    return this.#lists[field].spellings.listed(counts, begins).slice(0, limit)
  }

  closestWords(typed: string, limit: number, within: Restriction): string[] {
    return closestWords(this.#vocabulary, typed, this.#baseOf(within).bits).slice(0, limit)
  }

  /** Everything at this moment; until `endDump`, what comes later is written beside it. */
  save(): Sections {
    this.isDumped = true
    return [
      ...this.#slots.save(),
      ...this.#ids.save(),
      ...this.#columns.save(),
      ...this.#keywordsAndTags.save(),
      ...this.#owner.save('owner'),
      ...this.#fileType.save('fileType'),
      ...this.#custom.save(),
      ...this.#albums.save('albums'),
      ...this.#albumPostings.save('albums.postings'),
      ...this.#vocabulary.save(),
      ...this.#store.save(),
      ...this.#orders.save(),
    ]
  }

  /** What was saved is written: it need not stay as it was any longer. */
  endDump(): void {
    this.isDumped = false
    for (const field of [this.#keywordsAndTags, this.#owner, this.#fileType]) field.endDump()
    this.#custom.endDump()
    this.#albumPostings.endDump()
    this.#vocabulary.endDump()
  }

  /** Of an index that holds nothing yet. */
  load(saved: Saved): void {
    this.#columns.load(saved)
    this.#slots.load(saved, this.#words)
    this.#ids.load(saved, (slot) => hasBit(this.#slots.live, slot))
    this.#keywordsAndTags.load(saved)
    this.#owner.load('owner', saved)
    this.#fileType.load('fileType', saved)
    this.#custom.load(saved)
    this.#albums.load('albums', saved)
    this.#albumPostings.load('albums.postings', saved)
    this.#vocabulary.load(saved)
    this.#store.load(saved)
    this.#expiry.fill(this.#slots.live)
    this.#orders.load(saved)
  }

  *#sweepDead(): Generator<void> {
    const dead = this.#slots.dead(this.#words)
    const sweep = new Sweep(dead, this.#sweptAtOnce)
    for (const field of [this.#keywordsAndTags, this.#owner, this.#fileType]) yield* field.sweep(sweep)
    yield* this.#custom.sweep(sweep)
    yield* this.#albumPostings.sweep(sweep)
    yield* this.#vocabulary.sweep(sweep)
    yield* this.#store.sweep(sweep)
    this.#slots.free(dead)
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
    const slots = wanted ? this.#orders.page(sortBy, ascending, hits, this.size, start, limit) : []
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
}
