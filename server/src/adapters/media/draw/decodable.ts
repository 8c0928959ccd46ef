import type { Identified } from '../../../domain/ports/media-tools.ts'

const bySharp = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/gif',
  'image/webp',
  'image/tiff',
  'image/avif',
])

/** Pictures whose pixels sharp reads. */
export const isDecodable = ({ contentType }: Pick<Identified, 'contentType'>): boolean => bySharp.has(contentType)
