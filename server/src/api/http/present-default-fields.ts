import type { BriefContent } from '@descant/contract'
import { type BriefAsset, shownMetadata } from '../../domain/asset/brief-asset.ts'
import { toWireTime } from './wire-time.ts'

/** The names of the published example of #3, and a few that fields of its kind have; `null` where the file says nothing. */
export function presentDefaultFields(asset: BriefAsset): BriefContent['default'] {
  const { current } = asset
  const { width, height, dpi, duration, pages, createdInFileAt } = current.measures
  return {
    Name: current.fileName,
    'Content Type': current.contentType,
    Dimensions: width === null || height === null ? null : `${Math.round(width)}*${Math.round(height)} Pixels`,
    'Creation Tool': firstOf(current.metadata, shownMetadata.creationTool),
    Author: asset.author || null,
    Copyright: asset.copyright || null,
    'Date modified': toWireTime(asset.modifiedAt),
    'Date uploaded': toWireTime(asset.createdAt),
    'Uploaded by': asset.owner,
    Color: firstOf(current.metadata, shownMetadata.color),
    Size: String(current.size),
    'Date created': createdInFileAt === null ? null : toWireTime(createdInFileAt),
    Resolution: dpi === null ? null : `${Math.round(dpi)} DPI`,
    Duration: duration === null ? null : asClock(duration),
    Pages: pages === null ? null : String(pages),
    GPS: firstOf(current.metadata, shownMetadata.position),
  }
}

/** `1:02:03`. */
const asClock = (seconds: number): string => {
  const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(Math.floor)
  return `${hours}:${String(minutes).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

function firstOf(metadata: Record<string, string>, names: readonly string[]): string | null {
  for (const name of names) {
    const value = metadata[name]?.trim()
    if (value) return value
  }
  return null
}
