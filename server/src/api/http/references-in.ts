import type { ContentReference, Contents } from '@descant/contract'

/** An array of references or, as some clients send it, an object of them keyed by id, whose entries may leave it out. */
export const referencesIn = (contents: Contents): ContentReference[] =>
  Array.isArray(contents) ? contents : Object.entries(contents).map(([key, each]) => ({ ...each, id: each.id ?? key }))
