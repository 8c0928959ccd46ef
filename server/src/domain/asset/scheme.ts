/** The kinds of content; the words of the published API are ours too. */
export const schemes = ['image', 'video', 'audio', 'document', 'presentation', 'other'] as const
export type Scheme = (typeof schemes)[number]

export const isScheme = (word: string): word is Scheme => (schemes as readonly string[]).includes(word)
