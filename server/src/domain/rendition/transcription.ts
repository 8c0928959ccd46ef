import type { WantedPicture } from '../ports/media-tools.ts'

/** A picture in another format, under the names of the published API. */
export const transcriptions = ['PNG', 'HighJPG', 'LowJPG'] as const
export type Transcription = (typeof transcriptions)[number]

type Recipe = {
  /** Name of the rendition. */
  stored: string
  extension: string
  wanted: WantedPicture
}

export const recipes = {
  PNG: { stored: 'full.png', extension: 'png', wanted: { longestSide: null, format: 'png', keepMetadata: true } },
  HighJPG: {
    stored: 'high.jpg',
    extension: 'jpg',
    wanted: { longestSide: null, format: 'jpeg', quality: 92, keepMetadata: true },
  },
  LowJPG: {
    stored: 'low.jpg',
    extension: 'jpg',
    wanted: { longestSide: 1200, format: 'jpeg', quality: 75, keepMetadata: true },
  },
} as const satisfies Record<Transcription, Recipe>
