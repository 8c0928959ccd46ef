import type { Asset } from '../asset/asset.ts'
import type { Scheme } from '../asset/scheme.ts'
import type { Version } from '../asset/version.ts'
import type { Identified } from '../ports/media-tools.ts'

/** What one must know of a version to draw it. */
export type DrawnFile = Pick<Version, 'sha256' | 'object' | 'hasPreview'> & {
  identified: Identified
  /** Pixels of the longest side; `null` where it has none (a PDF, an SVG) or nobody knows. */
  longestSide: number | null
  /** Dots per inch, as the file states; `null`: it does not. */
  dpi: number | null
}

export function drawnFile({ scheme }: Pick<Asset, 'scheme'>, version: Version): DrawnFile {
  const { sha256, object, hasPreview, contentType, extension, measures } = version
  return {
    sha256,
    object,
    hasPreview,
    identified: { scheme: schemeThen(scheme, contentType), contentType, extension },
    longestSide: hasPixels(contentType) ? longestOf(measures) : null,
    dpi: measures.dpi,
  }
}

/** The asset's scheme is that of its current version; an older one may have been of another. */
function schemeThen(scheme: Scheme, contentType: string): Scheme {
  const [kind] = contentType.split('/')
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : scheme
}

const hasPixels = (contentType: string): boolean => /^(image|video)\/(?!svg)/.test(contentType)

const longestOf = ({ width, height }: Version['measures']): number | null =>
  width && height ? Math.max(width, height) : null
