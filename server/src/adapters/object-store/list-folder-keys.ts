import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type ObjectKey, originalKey, renditionKey } from '../../domain/ports/object-store.ts'

/** Keys in ascending order; folders that can't hold `prefix` are not opened. */
export async function* listFolderKeys(folder: string, prefix: string): AsyncGenerator<ObjectKey> {
  for (const kind of ['originals', 'renditions'] as const) {
    if (!mayMeet(prefix, `${kind}/`)) continue
    for (const first of await namesIn(join(folder, kind))) {
      if (!mayMeet(prefix, `${kind}/${first}`)) continue
      for (const second of await namesIn(join(folder, kind, first))) {
        if (!mayMeet(prefix, `${kind}/${first}${second}`)) continue
        for (const sha256 of await namesIn(join(folder, kind, first, second))) {
          const keys = kind === 'originals' ? [originalKey(sha256)] : await renditionsOf(sha256, first, second)
          yield* keys.filter((key) => key.startsWith(prefix))
        }
      }
    }
  }

  async function renditionsOf(sha256: string, first: string, second: string): Promise<ObjectKey[]> {
    if (!mayMeet(prefix, `renditions/${sha256}/`)) return []
    const names = await namesIn(join(folder, 'renditions', first, second, sha256))
    return names.map((name) => renditionKey(sha256, name))
  }
}

const mayMeet = (prefix: string, start: string): boolean => start.startsWith(prefix) || prefix.startsWith(start)

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
