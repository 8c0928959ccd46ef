// The shape of the library that is asked: vocabularies as people use them, and words that hit a known number of assets.

export const sizes = { tags: 20_000, keywords: 2_000, words: 40_000, owners: 40, campaigns: 300 }

/** Links an asset has of each on average. */
export const linksPerAsset = { tags: 5.0, keywords: 2.9 }

/** Counted up when what is generated changes, so that no older library is taken for this one. */
export const generation = 5

/** Everything has happened by now, whenever it is generated. */
export const generatedAt = Date.UTC(2026, 5, 1)

/**
 * Words that stand in the description of so many assets and nowhere else. There are several of a kind, so that no
 * question need be asked twice.
 */
export const planted = {
  few: { words: numbered('wfew', 60), hits: () => 110 },
  some: { words: numbered('wsome', 60), hits: (assets: number) => Math.round(assets / 100) },
  many: { words: numbered('wmany', 12), hits: (assets: number) => Math.round(assets * 0.3) },
} as const
export type Planted = keyof typeof planted

/** One after the other in every two-hundredth description; each alone in more. */
export const plantedPhrase = ['wsalt', 'wmarsh'] as const

/** The part of the library below this folder. */
export const subtree = { name: 'Campaigns', share: 0.098 }

function numbered(stem: string, count: number): string[] {
  const letters = 'abcdefghijklmnopqrstuvxyz'
  return Array.from({ length: count }, (_, at) => `${stem}${letters[Math.floor(at / 25)]}${letters[at % 25]}`)
}
