import { Worker } from 'node:worker_threads'
import type { ThreadData } from './protocol.ts'

/** Bytes outside of the heap are counted by the indexes themselves; the heap may have as much, but never too little. */
const leastHeapMiB = 512
const mebibyte = 1024 * 1024

export function openSearchThread(data: ThreadData, heapMiB = heapFor(data)): Worker {
  // Flags of the process (`--eval`, a debugger's port) are not meant for it.
  return new Worker(new URL('./start-search-thread.mjs', import.meta.url), {
    name: 'search',
    execArgv: [],
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMiB },
  })
}

const heapFor = ({ mostBytes }: ThreadData): number => Math.max(leastHeapMiB, Math.ceil(mostBytes / mebibyte))
