import { treeMemory } from '../../server/test/harness/tree-memory.ts'

/** The most that a process and all below it had at once, in MiB, from now until `stop`. */
export function watchMemory(pid: number): { stop(): number } {
  let peak = 0
  const timer = setInterval(() => void treeMemory(pid).then((bytes) => (peak = Math.max(peak, bytes))), 100)
  return {
    stop() {
      clearInterval(timer)
      return peak / 1024 / 1024
    },
  }
}
