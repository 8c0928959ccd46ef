/**
 * Any text as one segment of a path: `?`, `#`, `%`, `/` and all of Unicode encoded. Only `.` and `..` cannot be sent:
 * every client takes them for directions, encoded or not (WHATWG URL, "double-dot path segment").
 */
export function segment(text: string): string {
  if (text === '.' || text === '..') throw new TypeError(`"${text}" cannot be sent as part of an address`)
  return encodeURIComponent(text.toWellFormed())
}

export const pathOf = (...segments: readonly string[]): string => segments.map((text) => `/${segment(text)}`).join('')
