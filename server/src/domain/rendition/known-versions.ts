import type { Asset, AssetId } from '../asset/asset.ts'
import type { Version, VersionId } from '../asset/version.ts'
import type { Library } from '../ports/library.ts'
import type { WrittenWords } from '../ports/media-tools.ts'
import { wordsOf } from './describe-file.ts'
import { type DrawnFile, drawnFile } from './drawn-file.ts'

/** What one must know to hand out the bytes of a version. */
export type ServedVersion = {
  /** The name a download gets: the asset's own for its current version. */
  name: string
  version: Pick<Version, 'id' | 'sha256' | 'object' | 'size' | 'contentType' | 'uploadedAt' | 'extension'>
  drawn: DrawnFile
  /** What the library says of it. */
  words: WrittenWords
}

export type KnownVersions = (library: Library, asset: AssetId, version: VersionId) => Promise<ServedVersion | undefined>

const most = 20_000

/** Looks versions up and remembers them until anything in the library changes. */
export function knownVersions(): KnownVersions {
  const known = new WeakMap<Library, Map<string, Promise<ServedVersion | undefined>>>()

  return (library, asset, version) => {
    const remembered = known.get(library) ?? remember(library)
    const key = `${asset}/${version}`
    const found = remembered.get(key) ?? lookUp(library, asset, version)
    if (remembered.size >= most) remembered.clear()
    remembered.set(key, found)
    found.catch(() => remembered.delete(key))
    return found
  }

  function remember(library: Library) {
    const remembered = new Map<string, Promise<ServedVersion | undefined>>()
    known.set(library, remembered)
    library.onCommit(() => remembered.clear())
    return remembered
  }
}

async function lookUp({ read }: Library, id: AssetId, versionId: VersionId): Promise<ServedVersion | undefined> {
  const [asset] = await read.assets.findMany([id])
  if (!asset) return undefined
  const version = asset.current.id === versionId ? asset.current : await read.assets.findVersion(id, versionId)
  return version && servedVersion(asset, version)
}

export function servedVersion(asset: Asset, version: Version): ServedVersion {
  const { id, sha256, object, size, contentType, uploadedAt, extension, fileName } = version
  return {
    name: id === asset.current.id ? asset.name : fileName,
    version: { id, sha256, object, size, contentType, uploadedAt, extension },
    drawn: drawnFile(asset, version),
    words: wordsOf(asset),
  }
}
