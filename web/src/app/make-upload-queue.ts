import type { QueryClient } from '@tanstack/react-query'
import { sendFile } from '../features/upload/send-file.ts'
import { UploadQueue } from '../features/upload/upload-queue.ts'
import type { Dam } from '../lib/dam.ts'

/** One for the life of the page: going elsewhere in the library stops no upload. */
export function makeUploadQueue(dam: Dam, queries: QueryClient): UploadQueue {
  return new UploadQueue({
    statuses: () => dam.uploadStatus({ hours: 24 }),
    send: (item, onSent, signal) => sendFile(dam, item, onSent, signal),
    onTakenIn: (items) => {
      void queries.invalidateQueries({ queryKey: ['assets'] })
      void queries.invalidateQueries({ queryKey: ['tree'] })
      for (const { target } of items) {
        if (target.versionOf !== null) void queries.invalidateQueries({ queryKey: ['asset', target.versionOf.id] })
      }
    },
  })
}
