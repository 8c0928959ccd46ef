import { createContext, useContext, useSyncExternalStore } from 'react'
import type { UploadItem } from './upload-item.ts'
import type { UploadQueue } from './upload-queue.ts'

export const UploadQueueContext = createContext<UploadQueue | null>(null)

export function useUploadQueue(): UploadQueue {
  const queue = useContext(UploadQueueContext)
  if (queue === null) throw new Error('useUploadQueue needs an UploadQueueContext around it')
  return queue
}

export function useUploadItems(): readonly UploadItem[] {
  const queue = useUploadQueue()
  return useSyncExternalStore(queue.subscribe, queue.items)
}
