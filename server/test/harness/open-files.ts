import { readdir, readlink } from 'node:fs/promises'

/** What this process, and so the server in it, has open below a folder; Linux tells. */
export async function openFiles(folder: string): Promise<string[]> {
  const descriptors = await readdir('/proc/self/fd')
  const paths = await Promise.all(descriptors.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')))
  return paths.filter((path) => path.startsWith(`${folder}/`))
}
