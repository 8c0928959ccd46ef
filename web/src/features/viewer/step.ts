/** On to the asset beside this one in the list one came from; `null` at an end, or where there is no list. */
export type Step = { before: (() => void) | null; after: (() => void) | null }
