import type { Asset } from '../../domain/asset/asset.ts'
import type { ObjectStore } from '../../domain/ports/object-store.ts'
import { drawnFile } from '../../domain/rendition/drawn-file.ts'
import type { Transcribe } from '../../domain/rendition/open-transcriptions.ts'
import { recipes } from '../../domain/rendition/transcription.ts'
import { withExtension } from '../../domain/rendition/with-extension.ts'
import { namesApart } from '../../domain/sharing/names-apart.ts'
import type { Share } from '../../domain/sharing/share.ts'
import { type Zip, zipOf } from './zip-of.ts'

type Files = { objects: ObjectStore; share: Pick<Share, 'allowsOriginal'>; assets: readonly Asset[] }

/** All files of a share: the originals, or the pictures converted, each when its turn comes. */
export function sharedZip(transcribe: Transcribe, { objects, share, assets }: Files): Promise<Zip> {
  const { allowsOriginal } = share
  const names = namesApart(
    assets.map(({ name }) => (allowsOriginal ? name : withExtension(name, recipes.LowJPG.extension))),
  )
  const files = assets.map((asset, index) => {
    const file = { name: names[index] ?? asset.name, modifiedAt: asset.current.uploadedAt }
    if (allowsOriginal) {
      const { size, object } = asset.current
      return { ...file, size, open: () => objects.read(object) }
    }
    const drawn = drawnFile(asset, asset.current)
    return { ...file, open: async () => objects.read((await transcribe(objects, drawn, 'LowJPG')).key) }
  })
  return zipOf(files)
}
