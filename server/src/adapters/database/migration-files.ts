import { readdir, readFile } from 'node:fs/promises'
import { Invalid } from '../../domain/domain-error.ts'

export type MigrationSet = 'control' | 'library'

/** The names of the files of `migrations/<of>`, in the order in which they run. */
export async function migrationNames(of: MigrationSet): Promise<string[]> {
  return (await readdir(folderOf(of))).filter((name) => name.endsWith('.sql')).sort()
}

export const readMigration = (of: MigrationSet, name: string): Promise<string> =>
  readFile(new URL(name, folderOf(of)), 'utf8')

/** Those of `done` that this program does not have. */
export function refuseNewer(done: Iterable<string>, files: readonly string[]): void {
  const unknown = [...done].filter((name) => !files.includes(name))
  if (unknown.length > 0) {
    throw new Invalid(`The database was made by a newer version of this program: it has ${unknown.sort().join(', ')}`)
  }
}

const folderOf = (of: MigrationSet): URL => new URL(`./migrations/${of}/`, import.meta.url)
