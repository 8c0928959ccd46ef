import type { Kysely } from 'kysely'
import type { Mark } from '../commit-watch.ts'
import type { LibrarySchema } from '../library-schema.ts'

/** The last of `count` new numbers. Whoever counts holds the row until the commit, so numbers follow commits. */
export async function countUp(db: Kysely<LibrarySchema>, name: keyof Mark, count: number): Promise<number> {
  const { value } = await db
    .updateTable('counter')
    .set((row) => ({ value: row('value', '+', count) }))
    .where('name', '=', name)
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}

export async function readMark(db: Kysely<LibrarySchema>): Promise<Mark> {
  const rows = await db.selectFrom('counter').selectAll().execute()
  return Object.fromEntries(rows.map(({ name, value }) => [name, value])) as Mark
}
