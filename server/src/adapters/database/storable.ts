/** PostgreSQL's text can't hold NUL, and files' own metadata does now and then; both databases store the same instead. */
export function storable(parameter: unknown): unknown {
  if (Array.isArray(parameter)) return parameter.map(storable)
  return typeof parameter === 'string' && parameter.includes('\0') ? parameter.replaceAll('\0', '\uFFFD') : parameter
}
