import pg from 'pg'
import { Invalid } from '../../../domain/domain-error.ts'
import { migrationTable, noteMigration } from '../migrate.ts'
import { translateError } from '../postgres/postgres-error.ts'
import { prepareSchema } from '../postgres/prepare-schema.ts'
import { controlSchema, librarySchema } from '../postgres/schema-names.ts'
import { type DumpPiece, readDump } from './dump-lines.ts'
import { migrationsOf } from './dump-migrations.ts'
import { controlPart, type SnapshotValue } from './snapshot.ts'
import { quoted } from './statement-reader.ts'

/** All parts in one transaction. Refuses a database that holds an installation already. */
export async function loadPostgres(url: string, parts: Iterable<AsyncIterable<string>>): Promise<void> {
  const client = await connect(url)
  try {
    await client.query('begin')
    await refuseInstallation(client)
    for (const lines of parts) await loadPart(client, lines)
    await client.query('commit')
  } catch (error) {
    throw translateError(error)
  } finally {
    await client.end() // and with it a transaction that did not come to its end
  }
}

/** Rejects with `Invalid` where a library is there already. */
export async function refuseFilledPostgres(url: string): Promise<void> {
  const client = await connect(url)
  try {
    await refuseInstallation(client)
  } finally {
    await client.end()
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'descant restore' })
  client.on('error', () => {})
  await client.connect().catch((error) => {
    throw translateError(error)
  })
  return client
}

async function refuseInstallation(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ schema_name: string }>(
    "select schema_name from information_schema.schemata where schema_name = $1 or schema_name like 'account\\_%' limit 1",
    [controlSchema],
  )
  if (rows[0])
    throw new Invalid(
      `The database holds an installation already (its schema ${rows[0].schema_name}): name an empty one`,
    )
}

async function loadPart(client: pg.Client, lines: AsyncIterable<string>): Promise<void> {
  const { head, pieces } = await readDump(lines)
  const schema = head.part === controlPart ? controlSchema : librarySchema(head.part)
  await prepareSchema(schema, {
    run: async (sql, parameters) => (await client.query(sql, [...parameters])).rows,
    script: (sql) => client.query(sql),
  })
  await client.query(migrationTable)
  for (const { name, sql } of await migrationsOf(head)) await client.query(`${sql}; ${noteMigration(name)}`)

  // Rows come table by table, whatever refers to what; their places are checked when all are there.
  const references = await takeReferencesOff(client, schema)
  await emptyTables(client, schema)
  await insertAll(client, pieces)
  for (const reference of references) await client.query(reference)
}

/** Answers the statements that put them on again. */
async function takeReferencesOff(client: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select c.conrelid::regclass::text as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_namespace n on n.oid = c.connamespace where n.nspname = $1 and c.contype = 'f'
     order by 1, 2`,
    [schema],
  )
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${quoted(name)}`)
  return rows.map(({ table, name, definition }) => `alter table ${table} add constraint ${quoted(name)} ${definition}`)
}

/** Some migrations write rows; the dump has them as they became. */
async function emptyTables(client: pg.Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = $1 and table_name != 'migration'",
    [schema],
  )
  for (const { name } of rows) await client.query(`delete from ${quoted(name)}`)
}

async function insertAll(client: pg.Client, pieces: AsyncIterable<DumpPiece>): Promise<void> {
  let into: { table: string; columns: string[] } | undefined
  for await (const piece of pieces) {
    if ('table' in piece) into = piece
    else if (into) await insertRows(client, into, piece.rows)
  }
}

/** One parameter for any number of rows; the table's own columns say what each value is. */
async function insertRows(
  client: pg.Client,
  { table, columns }: { table: string; columns: string[] },
  rows: SnapshotValue[][],
): Promise<void> {
  const names = columns.map(quoted).join(', ')
  const objects = rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, storable(row[at])])))
  await client.query(
    `insert into ${quoted(table)} (${names}) select ${names} from json_populate_recordset(null::${quoted(table)}, $1)`,
    [JSON.stringify(objects)],
  )
}

const storable = (value: SnapshotValue | undefined): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
