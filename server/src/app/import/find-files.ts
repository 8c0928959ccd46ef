import { opendir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FoundFile } from './plan-albums.ts'

/** What systems leave beside people's files. */
const litter = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

/** Every file under a folder, by name; hidden ones and what systems leave behind are passed over, links not followed. */
export async function findFiles(folder: string, folders: string[] = []): Promise<FoundFile[]> {
  const entries = []
  for await (const entry of await opendir(folder)) entries.push(entry)
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))

  const found: FoundFile[] = []
  for (const entry of entries) {
    if (entry.name.startsWith('.') || litter.has(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await findFiles(path, [...folders, entry.name])))
    if (entry.isFile()) found.push({ path, name: entry.name, folders })
  }
  return found
}
