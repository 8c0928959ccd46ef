import type { BriefContent, ContentList, SearchParameters } from '@descant/contract'
import type { CallOptions } from './api.ts'

/** What is asked for; `limit` is the size of a page. */
export type ListPage = (parameters: SearchParameters, options: CallOptions) => Promise<ContentList>

/** A list of assets, and not some other JSON. */
export const isContentList = (body: object): boolean =>
  'found' in body && typeof body.found === 'number' && 'results' in body && Array.isArray(body.results)

/**
 * Everything a list holds, each asset once, page by page while it is being read. The library may change meanwhile: what
 * moves to an earlier page is not given twice, and where something may have been skipped the list is read again.
 */
export async function* everyContentOf(
  list: ListPage,
  parameters: SearchParameters,
  options: CallOptions = {},
): AsyncGenerator<BriefContent, void, void> {
  const seen = new Set<string>()
  const first = parameters.start ?? 0
  for (let pass = 1; pass <= mostPasses; pass++) {
    let start = first
    let found: number | undefined
    let shrank = false
    let moved = false
    for (;;) {
      const page = await list({ ...parameters, start, limit: parameters.limit ?? pageSize }, options)
      shrank ||= page.found < (found ?? 0)
      moved ||= found !== undefined && page.found !== found
      found = page.found
      for (const content of page.results) {
        if (seen.has(content.id)) moved ||= pass === 1
        else {
          seen.add(content.id)
          yield content
        }
      }
      start += page.results.length
      if (page.results.length === 0 || start >= found) break
    }
    // what stood behind something that went away has moved up, past the place where it was looked for
    const mayLack = shrank || (moved && first + seen.size < found)
    if (!mayLack) return
  }
}

const pageSize = 200
const mostPasses = 3
