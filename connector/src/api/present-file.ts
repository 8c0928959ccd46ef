import type { LibraryFile } from '../state/held-files.ts'
import type { FileDetails, FileEntry } from './library-wire.ts'

export const presentEntry = ({ asset, displayName, size, thumbnail, sha256, importedAt }: LibraryFile): FileEntry => ({
  id: asset.id,
  name: displayName,
  scheme: asset.scheme,
  size,
  // another version is another address, so that a browser may keep the picture for good
  thumbnail: thumbnail === null ? null : `${addressOf(asset.id)}/thumbnail?v=${sha256.slice(0, 16)}`,
  importedAt,
})

export const presentFile = (file: LibraryFile): FileDetails => ({
  ...presentEntry(file),
  download: `${addressOf(file.asset.id)}/original`,
  md5: file.md5,
  sha256: file.sha256,
  changedAt: file.changedAt,
  source: {
    provider: 'canto',
    name: file.asset.name,
    page: file.asset.pageUrl,
    owner: file.asset.owner,
    description: file.asset.description,
    keywords: file.asset.keywords,
    tags: file.asset.tags,
    width: file.asset.width,
    height: file.asset.height,
  },
})

const addressOf = (id: string): string => `/api/files/${encodeURIComponent(id)}`
