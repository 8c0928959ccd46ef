/**
 * RFC 6266: the name in full for those who read `filename*`, and one of plain letters for the others. Quotes and
 * backslashes are not in our names, but percent signs would be read as encoding by some.
 */
export function contentDisposition(type: 'attachment' | 'inline', fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/gu, '_')
  const extended = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return plain === fileName
    ? `${type}; filename="${plain}"`
    : `${type}; filename="${plain}"; filename*=UTF-8''${extended}`
}
