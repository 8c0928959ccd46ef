import { readdir, readFile } from 'node:fs/promises'
import type { Engine, OpenTransaction } from './engine.ts'

/**
 * Runs the files of `migrations/<of>` that the database has not seen, in the order of their names, all or none. Two
 * processes that start at once wait for each other: it is a write transaction like any other.
 */
export async function migrate(engine: Engine, of: 'control' | 'library'): Promise<void> {
  const folder = new URL(`./migrations/${of}/`, import.meta.url)
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()

  await engine.transaction(async (open) => {
    await engine.prepare(open)
    await open.script('create table if not exists migration (name text not null primary key)')
    const done = await namesOfDone(open)
    refuseNewer(done, files)
    for (const file of files.filter((name) => !done.has(name))) {
      await open.script(await readFile(new URL(file, folder), 'utf8'))
      // The names are files of ours: no quotes in them.
      await open.script(`insert into migration (name) values ('${file}')`)
    }
  })
}

async function namesOfDone(open: OpenTransaction): Promise<Set<string>> {
  const { rows } = await open.run('select name from migration', [])
  return new Set((rows as { name: string }[]).map((row) => row.name))
}

function refuseNewer(done: Set<string>, files: string[]): void {
  const unknown = [...done].filter((name) => !files.includes(name))
  if (unknown.length > 0) {
    throw new Error(`The database was made by a newer version of this program: it has ${unknown.sort().join(', ')}`)
  }
}
