import type { AssetId } from '../../domain/asset/asset.ts'
import type { Upload } from '../../domain/intake/upload.ts'
import type { Library } from '../../domain/ports/library.ts'

/** Resolves with the asset's id once the workers are done with it. */
export async function finishedUpload(library: Library, id: AssetId): Promise<AssetId> {
  for (;;) {
    const upload = await library.read.uploads.find(id)
    if (!upload) throw new Error('The upload is gone')
    if (upload.state === 'Done') return id
    if (upload.state === 'Error') throw new Refused(upload)
    await nextCommit(library)
  }
}

/** The file was not taken in; `message` is why. */
export class Refused extends Error {
  constructor(upload: Upload) {
    super(upload.message ?? 'It could not be taken in')
  }
}

function nextCommit(library: Library): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(atLatest)
      stop()
      resolve()
    }
    const stop = library.onCommit(go)
    const atLatest = setTimeout(go, 250)
  })
}
