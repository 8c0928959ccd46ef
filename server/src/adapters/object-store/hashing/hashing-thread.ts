import { closeSync, openSync, readlinkSync, readSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { beginHashes } from './hash-bytes.ts'
import type { Hashes, HashRequest, HashResult } from './hash-protocol.ts'

type Hashing = ReturnType<typeof beginHashes> & { file: number; at: number }

const port = parentPort
if (port === null) throw new Error('This runs in a thread')
stepBack()

const piece = Buffer.allocUnsafeSlow(256 * 1024)
const hashings = new Map<number, Hashing>()

port.on('message', (request: HashRequest) => {
  const { id } = request
  if ('isDropped' in request) return forget(id)
  try {
    const hashing = hashings.get(id) ?? begin(id, request.path)
    read(hashing, request.size)
    if (request.isAll) end(id, { hashes: hashing.hashes() })
  } catch (error) {
    end(id, { failed: error instanceof Error ? error.message : String(error) })
  }
})

function begin(id: number, path: string): Hashing {
  const hashing = { ...beginHashes(), file: openSync(path, 'r'), at: 0 }
  hashings.set(id, hashing)
  return hashing
}

function read(hashing: Hashing, to: number): void {
  while (hashing.at < to) {
    const length = readSync(hashing.file, piece, 0, Math.min(piece.length, to - hashing.at), hashing.at)
    if (length === 0) throw new Error(`The file ends after ${hashing.at} bytes, not after ${to}`)
    hashing.update(piece.subarray(0, length))
    hashing.at += length
  }
}

function end(id: number, result: { hashes: Hashes } | { failed: string }): void {
  forget(id)
  port?.postMessage({ id, ...result } satisfies HashResult)
}

function forget(id: number): void {
  const hashing = hashings.get(id)
  if (hashing === undefined) return
  hashings.delete(id)
  closeSync(hashing.file)
}

/** Behind the thread that answers requests; on Linux, where threads have priorities of their own. */
function stepBack(): void {
  try {
    const thread = readlinkSync('/proc/thread-self').split('/').at(-1)
    setPriority(Number(thread), constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // no such thing here
  }
}
