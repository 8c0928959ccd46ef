import type { Asset } from './asset.ts'
import type { Version } from './version.ts'

/** As much of an asset as lists show. Its `metadata` has what `shownMetadata` names, and may have more. */
export type BriefAsset = Omit<Asset, 'current'> & { current: BriefVersion }

export type BriefVersion = Pick<
  Version,
  'id' | 'fileName' | 'contentType' | 'size' | 'md5' | 'uploadedAt' | 'measures' | 'metadata'
>

/** What lists show of a file's own metadata, of each the first name that says something. */
export const shownMetadata = {
  creationTool: ['Creation Tool', 'Creator Tool', 'Software', 'Application', 'Encoder'],
  color: ['Color', 'Color Model', 'Color Mode', 'Color Space Data', 'Color Type', 'Color Space'],
  position: ['GPS Position'],
} as const

/** The little of it that lists need: files state kilobytes. */
export const briefMetadata = (metadata: Version['metadata']): Version['metadata'] =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = metadata[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )

const names: readonly string[] = Object.values(shownMetadata).flat()
