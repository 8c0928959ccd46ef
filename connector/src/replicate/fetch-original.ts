import { fileKey, partName } from '../library/file-keys.ts'
import type { FileStore, Incoming } from '../library/file-store.ts'
import type { Dam, DamAsset, Resume } from '../provider/dam.ts'
import { OriginalDiffers } from '../provider/failures.ts'
import type { DownloadStore } from '../state/downloads.ts'
import type { StoredBytes } from '../state/held-files.ts'

export type FetchOriginalDeps = { dam: Dam; files: FileStore; downloads: DownloadStore }
export type FetchOptions = { signal: AbortSignal; onProgress: (received: number) => void }

/**
 * Brings the original's bytes into their place, checked against what the DAM says of them. Cut off, by a network or a
 * kill, it goes on where it stopped, if the DAM names a checksum that will tell whether the pieces fit.
 */
export async function fetchOriginal(
  { dam, files, downloads }: FetchOriginalDeps,
  asset: DamAsset,
  { signal, onProgress }: FetchOptions,
): Promise<StoredBytes> {
  const part = partName(asset)
  const resume = await whereToGoOn({ files, downloads }, asset)
  if (resume?.from === asset.size) return keep(await files.openPart(part, resume.from))

  const original = await dam.original(asset, { resume, signal })
  const incoming = await files.openPart(part, original.from)
  if (original.etag && asset.md5) downloads.begin(part, original.etag)
  else downloads.end(part)
  try {
    await receive(original.body, incoming, { asset, from: original.from, onProgress })
  } catch (error) {
    await incoming.end()
    if (error instanceof OriginalDiffers) await forget()
    throw error
  }
  return keep(incoming)

  async function keep(finished: Incoming): Promise<StoredBytes> {
    const sums = await finished.end()
    if (sums.size !== asset.size || (asset.md5 !== null && sums.md5 !== asset.md5)) {
      await forget()
      throw new OriginalDiffers(
        sums.size === asset.size
          ? `The bytes of ${asset.name} have the checksum ${sums.md5}, but the library says ${asset.md5}`
          : `${asset.name} has ${sums.size} bytes, but the library says ${asset.size}`,
      )
    }
    await files.keepPart(part, fileKey(asset))
    downloads.end(part)
    return { file: fileKey(asset), ...sums }
  }

  async function forget(): Promise<void> {
    downloads.end(part)
    await files.discardPart(part)
  }
}

async function whereToGoOn(
  { files, downloads }: Pick<FetchOriginalDeps, 'files' | 'downloads'>,
  asset: DamAsset,
): Promise<Resume | null> {
  const etag = downloads.etagOf(partName(asset))
  if (etag === null || asset.md5 === null) return null
  const from = await files.partSize(partName(asset))
  return from > 0 && from <= asset.size ? { from, etag } : null
}

async function receive(
  body: AsyncIterable<Uint8Array>,
  incoming: Incoming,
  { asset, from, onProgress }: { asset: DamAsset; from: number; onProgress: (received: number) => void },
): Promise<void> {
  let received = from
  for await (const chunk of body) {
    received += chunk.length
    if (received > asset.size)
      throw new OriginalDiffers(`${asset.name} has more than the ${asset.size} bytes the library says`)
    await incoming.write(chunk)
    onProgress(received)
  }
}
