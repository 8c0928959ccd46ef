/** PostgreSQL's text can't hold NUL, and files' own metadata does now and then; both databases store the same instead. */
export const storable = (parameter: unknown): unknown =>
  typeof parameter === 'string' && parameter.includes('\0') ? parameter.replaceAll('\0', '\uFFFD') : parameter
