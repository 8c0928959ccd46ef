import type { Asset } from '../../domain/asset/asset.ts'
import type { Library } from '../../domain/ports/library.ts'
import type { ObjectStore } from '../../domain/ports/object-store.ts'
import { type DescribeFile, wordsOf } from '../../domain/rendition/describe-file.ts'
import { drawnFile } from '../../domain/rendition/drawn-file.ts'
import type { Transcribe } from '../../domain/rendition/open-transcriptions.ts'
import { recipes } from '../../domain/rendition/transcription.ts'
import { withExtension } from '../../domain/rendition/with-extension.ts'
import { namesApart } from '../../domain/sharing/names-apart.ts'
import type { Share } from '../../domain/sharing/share.ts'
import { type Zip, zipOf } from './zip-of.ts'

type Makers = { transcribe: Transcribe; describe: DescribeFile }
type Files = {
  objects: ObjectStore
  library: Library
  share: Pick<Share, 'allowsOriginal'>
  assets: readonly Asset[]
  metadataInDownloads: boolean
}

/** All files of a share: the originals, or the pictures converted, each when its turn comes. */
export function sharedZip(
  { transcribe, describe }: Makers,
  { objects, library, share, assets, metadataInDownloads }: Files,
): Promise<Zip> {
  const { allowsOriginal } = share
  const names = namesApart(
    assets.map(({ name }) => (allowsOriginal ? name : withExtension(name, recipes.LowJPG.extension))),
  )
  const files = assets.map((asset, index) => {
    const file = { name: names[index] ?? asset.name, modifiedAt: asset.current.uploadedAt }
    const drawn = drawnFile(asset, asset.current)
    if (allowsOriginal && metadataInDownloads) {
      const described = () =>
        describe({ objects, library }, { ...drawn, version: asset.current, words: wordsOf(asset) })
      return { ...file, open: async () => objects.read((await described()).key) }
    }
    if (allowsOriginal) {
      const { size, object } = asset.current
      return { ...file, size, open: () => objects.read(object) }
    }
    return { ...file, open: async () => objects.read((await transcribe(objects, drawn, 'LowJPG')).key) }
  })
  return zipOf(files)
}
