/** The reference's table of contents: four OAuth calls, #1 to #44, and #43a, which its contents do not number. */
export const methodNumbers: string[] = [
  'authorize',
  'token',
  'refresh',
  'tenant',
  ...Array.from({ length: 43 }, (_, index) => `#${index + 1}`),
  '#43a',
  '#44',
]
