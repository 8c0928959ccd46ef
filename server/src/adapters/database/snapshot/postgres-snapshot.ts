import pg from 'pg'
import { numbersForBigints } from '../postgres/pools.ts'
import { translateError } from '../postgres/postgres-error.ts'
import { controlSchema, librarySchema } from '../postgres/schema-names.ts'
import { controlPart, type DatabaseSnapshot, type SnapshotTable, type SnapshotValue } from './snapshot.ts'
import { quoted, readPart, type StatementReader } from './statement-reader.ts'

const rowsAtATime = 1000

/** All schemas in one transaction that sees what was committed when it began. `undefined`: none is there. */
export async function postgresSnapshot(url: string): Promise<DatabaseSnapshot | undefined> {
  // No limits of time: it reads everything, and holds nobody up.
  const client = new pg.Client({
    connectionString: url,
    application_name: 'descant snapshot',
    types: numbersForBigints,
  })
  client.on('error', () => {})
  await client.connect().catch((error) => {
    throw translateError(error)
  })
  const close = () => client.end()
  try {
    await client.query('begin isolation level repeatable read read only')
    if (!(await schemaExists(client, controlSchema))) {
      await close()
      return undefined
    }
    const control = schemaReader(client, controlSchema)
    const parts = [await readPart(controlPart, control)]
    const accounts: string[] = []
    for await (const [id] of control.select(`select id from ${control.nameOf('account')} order by id`)) {
      if (await schemaExists(client, librarySchema(String(id)))) accounts.push(String(id))
    }
    for (const id of accounts) parts.push(await readPart(id, schemaReader(client, librarySchema(id))))
    return { product: 'postgres', parts, close }
  } catch (error) {
    await close()
    throw translateError(error)
  }
}

async function schemaExists(client: pg.Client, schema: string): Promise<boolean> {
  const { rowCount } = await client.query('select from information_schema.schemata where schema_name = $1', [schema])
  return (rowCount ?? 0) > 0
}

function schemaReader(client: pg.Client, schema: string): StatementReader {
  return {
    async *select(sql) {
      const cursor = quoted(`read ${++cursors}`)
      await client.query(`declare ${cursor} no scroll cursor for ${sql}`)
      try {
        for (;;) {
          const { rows } = await client.query<SnapshotValue[]>({
            text: `fetch ${rowsAtATime} from ${cursor}`,
            rowMode: 'array',
          })
          yield* rows
          if (rows.length < rowsAtATime) return
        }
      } finally {
        await client.query(`close ${cursor}`).catch(() => {}) // gone with the connection
      }
    },
    async tables() {
      const { rows } = await client.query<SnapshotTable>(
        `select t.table_name as name, json_agg(c.column_name order by c.ordinal_position) as columns
         from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
         where t.table_schema = $1 and t.table_type = 'BASE TABLE' group by t.table_name order by t.table_name collate "C"`,
        [schema],
      )
      return rows
    },
    faults: async () => [], // its pages have checksums of their own, which are checked as they are read
    nameOf: (table) => `${quoted(schema)}.${quoted(table)}`,
  }
}

let cursors = 0
