import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** After a rename, makes the new name survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes folders below `root`, each of them durable in its parent before the promise resolves. */
export function durableFolders(root: string): (folder: string) => Promise<void> {
  // What another call has made is not yet safe: each folder counts from its first sync in this process.
  const durable = new Set<string>()

  return async function make(folder) {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for (let child = folder; child !== root && !durable.has(child); child = dirname(child)) {
      await syncFolder(dirname(child))
      durable.add(child)
    }
  }
}
