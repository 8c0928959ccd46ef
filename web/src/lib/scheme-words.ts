import type { Scheme } from '@descant/contract'

export const schemeWords: Record<Scheme, { one: string; many: string }> = {
  image: { one: 'Image', many: 'Images' },
  video: { one: 'Video', many: 'Videos' },
  audio: { one: 'Audio', many: 'Audio' },
  document: { one: 'Document', many: 'Documents' },
  presentation: { one: 'Presentation', many: 'Presentations' },
  other: { one: 'Other file', many: 'Other files' },
}

export const isScheme = (word: string): word is Scheme => Object.hasOwn(schemeWords, word)
