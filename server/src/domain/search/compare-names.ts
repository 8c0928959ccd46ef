/** Case and diacritics do not count, digits count as numbers. A fixed language, so that every machine sorts alike. */
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

export const compareNames = (a: string, b: string): number => collator.compare(a, b)
