import { readFile } from 'node:fs/promises'

const everyMs = 100
const pageBytes = 4096

/** Looks at what a process has in memory, several times a second; `onTooMuch` is called once. Linux tells, others don't. */
export function watchMemory(pid: number | undefined, maxBytes: number, onTooMuch: () => void): () => void {
  if (pid === undefined || process.platform !== 'linux') return () => undefined
  const timer = setInterval(async () => {
    const told = await readFile(`/proc/${pid}/statm`, 'latin1').catch(() => '')
    if (Number(told.split(' ')[1]) * pageBytes > maxBytes) {
      clearInterval(timer)
      onTooMuch()
    }
  }, everyMs)
  return () => clearInterval(timer)
}
