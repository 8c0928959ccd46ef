import type { Scheme } from '@descant/contract'

/** Where a chosen file shall go. */
export type UploadTarget = {
  albumId: string | null
  /** Set when the file is a new version of an asset. */
  versionOf: { scheme: string; id: string; name: string } | null
}

export type UploadItem = {
  /** Ours, and sent along, so that we know our file again in the server's list. */
  key: string
  file: File
  target: UploadTarget
  state: 'waiting' | 'sending' | 'processing' | 'done' | 'failed'
  sentBytes: number
  /** Why it failed. */
  problem: string | null
  /** Once done. */
  asset: { scheme: Scheme; id: string } | null
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
  const count = (state: UploadItem['state']) => items.filter((item) => item.state === state).length
  const counted = items.filter((item) => item.state !== 'failed')
  const bytes = counted.reduce((sum, { file }) => sum + Math.max(1, file.size), 0)
  const sent = counted.reduce((sum, item) => sum + sentOf(item), 0)
  const done = count('done')
  const failed = count('failed')
  return { count: items.length, done, failed, open: items.length - done - failed, sent: bytes === 0 ? 1 : sent / bytes }
}

function sentOf({ state, file, sentBytes }: UploadItem): number {
  if (state === 'done' || state === 'processing') return Math.max(1, file.size)
  return Math.min(sentBytes, file.size)
}
