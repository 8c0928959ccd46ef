import type { UploadEntry } from '@descant/contract'
import type { UploadItem } from './upload-item.ts'

/** What became of a file, by the server's list; `null` while it is under way. */
export function endOf(entry: UploadEntry | undefined): (Partial<UploadItem> & { state: 'done' | 'failed' }) | null {
  if (entry?.status === 'Done') {
    return { state: 'done', asset: entry.scheme === undefined ? null : { scheme: entry.scheme, id: entry.id } }
  }
  if (entry?.status === 'Error') {
    return {
      state: 'failed',
      problem: entry.message ?? 'The server could not take this file in.',
      keptAs: entry.id,
    }
  }
  return null
}
