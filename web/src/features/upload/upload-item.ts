import type { Scheme } from '@descant/contract'

/** Where a chosen file shall go. */
export type UploadTarget = {
  albumId: string | null
  /** Set when the file is a new version of an asset. */
  versionOf: { scheme: string; id: string; name: string } | null
  /** The folder one is in: folders that are dropped are made there. */
  folderId?: string | null
  /** Names of folders under it, the last one an album, made where they are missing; only where there is no album. */
  way?: readonly string[]
}

export type AssetRef = { scheme: Scheme; id: string }

export type UploadItem = {
  /** Ours, and sent along, so that we know our file again in the server's list. */
  key: string
  file: File
  target: UploadTarget
  state: 'waiting' | 'sending' | 'processing' | 'done' | 'failed'
  sentBytes: number
  /** Why it failed. */
  problem: string | null
  /** The server has the file, though it did not take it in: an administrator may want it all the same. */
  keptAs: string | null
  /** Once done. */
  asset: AssetRef | null
  /** Another asset that is the very same file. */
  sameAs: (AssetRef & { name: string }) | null
}

export type UploadTotals = {
  count: number
  done: number
  failed: number
  /** Files on their way or being processed. */
  open: number
  /** 0 to 1, by bytes. */
  sent: number
}

export function totalsOf(items: readonly UploadItem[]): UploadTotals {
  const totals = { done: 0, failed: 0, bytes: 0, sent: 0 }
  for (const item of items) {
    if (item.state === 'failed') {
      totals.failed += 1
      continue
    }
    if (item.state === 'done') totals.done += 1
    totals.bytes += Math.max(1, item.file.size)
    totals.sent += sentOf(item)
  }
  const { done, failed, bytes, sent } = totals
  return { count: items.length, done, failed, open: items.length - done - failed, sent: bytes === 0 ? 1 : sent / bytes }
}

function sentOf({ state, file, sentBytes }: UploadItem): number {
  if (state === 'done' || state === 'processing') return Math.max(1, file.size)
  return Math.min(sentBytes, file.size)
}
