import type { Engine, OpenTransaction } from './engine.ts'
import { type MigrationSet, migrationNames, readMigration, refuseNewer } from './migration-files.ts'

/**
 * Runs the files of `migrations/<of>` that the database has not seen, in the order of their names, all or none. Two
 * processes that start at once wait for each other: it is a write transaction like any other.
 */
export async function migrate(engine: Engine, of: MigrationSet): Promise<void> {
  const files = await migrationNames(of)

  await engine.transaction(async (open) => {
    await engine.prepare(open)
    await open.script(migrationTable)
    const done = await namesOfDone(open)
    refuseNewer(done, files)
    for (const file of files.filter((name) => !done.has(name))) {
      await open.script(await readMigration(of, file))
      await open.script(noteMigration(file))
    }
  })
}

export const migrationTable = 'create table if not exists migration (name text not null primary key)'

/** The names are files of ours: no quotes in them. */
export const noteMigration = (file: string): string => `insert into migration (name) values ('${file}')`

async function namesOfDone(open: OpenTransaction): Promise<Set<string>> {
  const { rows } = await open.run('select name from migration', [])
  return new Set((rows as { name: string }[]).map((row) => row.name))
}
