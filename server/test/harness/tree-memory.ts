import { readdir, readFile } from 'node:fs/promises'

/** What a process and all below it have in memory now, bytes; what several share counts once. Linux tells. */
export async function treeMemory(pid: number): Promise<number> {
  const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '') // it may have ended
  const own = Number(/^Pss:\s*(\d+) kB/m.exec(await read('smaps_rollup'))?.[1] ?? 0) * 1024
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const below = await Promise.all(threads.map(async (thread) => (await read(`task/${thread}/children`)).split(' ')))
  const children = below.flat().map(Number).filter(Boolean)
  const theirs = await Promise.all(children.map(treeMemory))
  return theirs.reduce((sum, memory) => sum + memory, own)
}
