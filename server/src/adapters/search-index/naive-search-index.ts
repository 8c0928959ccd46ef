import type { AssetId } from '../../domain/asset/asset.ts'
import type { SearchIndex } from '../../domain/ports/search-index.ts'
import { fingerprintOf } from '../../domain/search/fingerprint-of.ts'
import type { SearchDocument } from '../../domain/search/search-document.ts'
import type { SearchQuery, SearchResult, SortKey } from '../../domain/search/search-query.ts'
import type { Restriction } from '../../domain/search/suggestion.ts'
import { closestWords } from './closest-words.ts'
import { compareBy } from './compare-documents.ts'
import { openFacets } from './count-facets.ts'
import { linesOf, readLines } from './documents-as-lines.ts'
import { type IndexedDocument, indexDocument } from './indexed-document.ts'
import { filterMatchers } from './match-filters.ts'
import { textMatcher } from './match-text.ts'
import { SortedOrder } from './sorted-order.ts'
import { suggestValues } from './suggest-values.ts'
import { Vocabulary } from './vocabulary.ts'

/**
 * Looks at every document for every query. It is the judge of faster ones, so it does nothing clever: words are
 * prepared when a document comes, and orders are kept once asked for.
 */
export function naiveSearchIndex(): SearchIndex {
  const documents = new Map<AssetId, IndexedDocument>()
  const orders = new Map<string, SortedOrder<IndexedDocument>>()
  let vocabularies = { words: new Vocabulary(), values: new Vocabulary() }

  function remove(id: AssetId): void {
    const old = documents.get(id)
    if (old === undefined) return
    documents.delete(id)
    for (const order of orders.values()) order.remove(old)
  }

  function orderBy(key: SortKey, ascending: boolean): readonly IndexedDocument[] {
    const name = `${key} ${ascending}`
    let order = orders.get(name)
    if (order === undefined) {
      const compare = compareBy(key, ascending)
      order = new SortedOrder(documents.values(), (a, b) => compare(a.document, b.document))
      orders.set(name, order)
    }
    return order.items()
  }

  function find(query: SearchQuery): SearchResult {
    const matchers = filterMatchers(query)
    if (query.text !== null) matchers.push(textMatcher(query.text, vocabularies.words))
    const facets = query.facets ? openFacets(vocabularies.values, query.now, query.customFields) : []
    const ids: AssetId[] = []
    let found = 0
    for (const indexed of orderBy(query.sortBy, query.ascending)) {
      if (!matchers.every((matches) => matches(indexed))) continue
      if (found >= query.start && ids.length < query.limit) ids.push(indexed.document.id)
      found++
      for (const facet of facets) facet.count(indexed)
    }
    return { found, ids, facets: facets.map((facet) => facet.result()) }
  }

  function put(document: SearchDocument): void {
    remove(document.id)
    const indexed = indexDocument(document, vocabularies)
    documents.set(document.id, indexed)
    for (const order of orders.values()) order.add(indexed)
  }

  function within(restriction: Restriction): IndexedDocument[] {
    const matchers = filterMatchers({ ...restriction, values: {}, ranges: {} })
    return [...documents.values()].filter((indexed) => matchers.every((matches) => matches(indexed)))
  }

  function clear(): void {
    documents.clear()
    orders.clear()
    vocabularies = { words: new Vocabulary(), values: new Vocabulary() }
  }

  return {
    async apply(changed, removed) {
      for (const id of removed) remove(id)
      for (const document of changed) put(document)
    },
    search: async (query) => find(query),
    async suggest(field, prefix, limit, restriction) {
      return suggestValues(within(restriction), field, prefix).slice(0, limit)
    },
    closestWords: async (word, limit, restriction) =>
      closestWords(within(restriction), word, vocabularies.words).slice(0, limit),
    prepare: () => [],
    size: () => documents.size,
    fingerprintsOf: (ids) =>
      ids.map((id) => {
        const indexed = documents.get(id)
        return indexed ? fingerprintOf(indexed.document) : null
      }),
    memoryBytes: () => JSON.stringify(Array.from(documents.values(), ({ document }) => document)).length,
    clear: async () => clear(),
    dump(header) {
      const held = Array.from(documents.values(), ({ document }) => document)
      return linesOf(held, header)
    },
    async restore(chunks) {
      const { header, documents } = await readLines(chunks)
      clear()
      for (const document of documents) put(document)
      return header
    },
  }
}
