import type { BriefContent } from '@descant/contract'
import type { Asset } from '../../domain/asset/asset.ts'
import { toWireTime } from './wire-time.ts'

/** The names of the published example of #3; `null` where the file says nothing. */
export function presentDefaultFields(asset: Asset): BriefContent['default'] {
  const { current } = asset
  const { width, height } = current.measures
  return {
    Name: current.fileName,
    'Content Type': current.contentType,
    Dimensions: width === null || height === null ? null : `${Math.round(width)}*${Math.round(height)} Pixels`,
    'Creation Tool': firstOf(current.metadata, ['Creation Tool', 'Creator Tool', 'Software', 'Application']),
    Author: asset.author || null,
    Copyright: asset.copyright || null,
    'Date modified': toWireTime(asset.modifiedAt),
    'Date uploaded': toWireTime(asset.createdAt),
    'Uploaded by': asset.owner,
    Color: firstOf(current.metadata, [
      'Color',
      'Color Model',
      'Color Mode',
      'Color Space Data',
      'Color Type',
      'Color Space',
    ]),
    Size: String(current.size),
  }
}

const firstOf = (metadata: Record<string, string>, names: readonly string[]): string | null =>
  names.map((name) => metadata[name]?.trim()).find((value) => value) ?? null
