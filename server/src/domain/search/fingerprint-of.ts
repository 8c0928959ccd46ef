import type { SearchDocument } from './search-document.ts'

/**
 * 32 bits that differ, as a rule, where anything in the document does: to compare an index with the database. FNV-1a
 * over its JSON; http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function fingerprintOf(document: SearchDocument): number {
  const json = JSON.stringify(document)
  let hash = 0x811c9dc5
  for (let at = 0; at < json.length; at++) hash = Math.imul(hash ^ json.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
