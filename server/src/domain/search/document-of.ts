import type { Asset } from '../asset/asset.ts'
import { customNumbersOf, customTextsOf } from './custom-values-of.ts'
import type { SearchDocument } from './search-document.ts'

/** What the index keeps of an asset. Measures count where the published page has them: pixels of images, and so on. */
export function documentOf(asset: Asset): SearchDocument {
  const { current } = asset
  const { width, height, dpi, duration, pages, createdInFileAt } = current.measures
  const picture = asset.scheme === 'image' && width !== null && height !== null ? { width, height } : null
  return {
    id: asset.id,
    scheme: asset.scheme,
    name: asset.name,
    description: asset.description,
    comment: current.comment,
    author: asset.author,
    keywords: asset.keywords,
    tags: asset.tags,
    text: current.text,
    owner: asset.owner,
    size: current.size,
    createdAt: asset.createdAt,
    modifiedAt: asset.modifiedAt,
    uploadedAt: current.uploadedAt,
    createdInFileAt,
    dimension: picture && Math.max(picture.width, picture.height),
    dpi: asset.scheme === 'image' ? dpi : null,
    orientation: picture && orientationOf(picture),
    duration: asset.scheme === 'video' || asset.scheme === 'audio' ? duration : null,
    pages: asset.scheme === 'document' || asset.scheme === 'presentation' ? pages : null,
    extension: current.extension,
    approval: asset.approval,
    expiresAt: asset.expiresAt,
    storageClass: 'standard',
    albums: asset.albumIds,
    customTexts: customTextsOf(asset.customValues),
    customNumbers: customNumbersOf(asset.customValues),
  }
}

function orientationOf({ width, height }: { width: number; height: number }): SearchDocument['orientation'] {
  if (width === height) return 'Square'
  return width > height ? 'Landscape' : 'Portrait'
}
