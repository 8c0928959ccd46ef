import { migrationNames, readMigration, refuseNewer } from '../migration-files.ts'
import type { DumpHead } from './dump-lines.ts'
import { controlPart } from './snapshot.ts'

/**
 * What made the tables that were dumped, and nothing later: the next opening brings them up to date, as it would have
 * brought the database itself.
 */
export async function migrationsOf({ part, migrations }: DumpHead): Promise<{ name: string; sql: string }[]> {
  const of = part === controlPart ? 'control' : 'library'
  const files = await migrationNames(of)
  refuseNewer(migrations, files)
  const wanted = files.filter((name) => migrations.includes(name))
  return await Promise.all(wanted.map(async (name) => ({ name, sql: await readMigration(of, name) })))
}
