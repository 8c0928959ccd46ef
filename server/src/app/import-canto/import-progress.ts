import { open, readFile } from 'node:fs/promises'
import type { AssetId } from '../../domain/asset/asset.ts'

/** What is known of an asset of the source: ours, how many of its versions we have, and the state it was whole at. */
export type Progress = { ours: AssetId | null; versions: number; wholeAt: string | null }

/**
 * How far an import has come, one line per step, so that a killed one loses a step at most; what is lost here is found
 * again by the bytes (`findEarlier`). It is a memory, not the truth.
 */
export type ImportProgress = {
  of(source: string): Progress
  note(source: string, progress: Progress): Promise<void>
  close(): Promise<void>
}

export async function openProgress(file: string): Promise<ImportProgress> {
  const known = new Map<string, Progress>()
  for (const line of (await readFile(file, 'utf8').catch(ignoreMissing))?.split('\n') ?? []) {
    const entry = entryIn(line)
    if (entry) known.set(...entry)
  }
  const handle = await open(file, 'a', 0o600)
  await handle.write('\n') // the last line may be torn
  return {
    of: (source) => known.get(source) ?? { ours: null, versions: 0, wholeAt: null },
    async note(source, progress) {
      known.set(source, progress)
      await handle.write(`${JSON.stringify([source, progress])}\n`)
    },
    async close() {
      await handle.sync()
      await handle.close()
    },
  }
}

function entryIn(line: string): [string, Progress] | undefined {
  try {
    const entry: unknown = JSON.parse(line)
    return Array.isArray(entry) ? (entry as [string, Progress]) : undefined
  } catch {
    return undefined // torn by a kill, or empty
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
