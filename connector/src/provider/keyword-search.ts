/**
 * The search that finds every file carrying the keyword, and perhaps others; each hit's own list decides.
 * With the change feed the server is one that also takes a keyword as it stands. Elsewhere `|` means "or", `+` means
 * "and", and no server says how to write them, so the words inside are searched instead.
 */
export function keywordSearch(keyword: string, { hasFeed }: { hasFeed: boolean }): string {
  if (hasFeed) return `keywordsLiteral=${encodeURIComponent(keyword)}`
  if (!/[|+\\]/.test(keyword)) return `keywords=${encodeURIComponent(keyword)}`
  const words = keyword.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length === 0 ? '' : `keyword=${encodeURIComponent(words.join(' '))}`
}
