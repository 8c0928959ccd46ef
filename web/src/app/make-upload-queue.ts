import type { QueryClient } from '@tanstack/react-query'
import { albumFinder } from '../features/upload/find-album.ts'
import { findDuplicates } from '../features/upload/find-duplicates.ts'
import { sendFile } from '../features/upload/send-file.ts'
import { UploadQueue } from '../features/upload/upload-queue.ts'
import type { Dam } from '../lib/dam.ts'

const hourMs = 3_600_000

/** One for the life of the page: going elsewhere in the library stops no upload. */
export function makeUploadQueue(dam: Dam, queries: QueryClient): UploadQueue {
  const findAlbum = albumFinder(dam)
  return new UploadQueue({
    statuses: (sinceMs) => dam.uploadStatus({ hours: Math.min(24, 1 + Math.ceil(sinceMs / hourMs)) }),
    send: (item, onSent, signal) => sendFile(dam, findAlbum, item, onSent, signal),
    takeIn: (uploadId) => dam.web.done(`/web/v1/uploads/${uploadId}/take-in`, { method: 'POST' }),
    duplicates: (ids) => findDuplicates(dam, ids),
    onTakenIn: (items) => {
      void queries.invalidateQueries({ queryKey: ['assets'] })
      void queries.invalidateQueries({ queryKey: ['tree'] })
      for (const { target } of items) {
        if (target.versionOf !== null) void queries.invalidateQueries({ queryKey: ['asset', target.versionOf.id] })
      }
    },
  })
}
