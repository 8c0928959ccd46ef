import pg from 'pg'
import type { RowSink } from './row-sink.ts'
import type { Row } from './rows-of.ts'

const rowsPerInsert = 5000

/** Writes into a schema as a superuser, because only one may leave out the checks of foreign keys. */
export async function postgresSink(url: string, schema: string): Promise<RowSink> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`set search_path to "${schema}"`)
  await client.query('set session_replication_role = replica; set synchronous_commit = off')
  const types = await columnTypes(client, schema)
  const { rows: indexes } = await client.query<{ name: string; sql: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as sql from pg_index
     where indrelid::regclass::text = any($1) and not indisprimary and indisvalid
       and not exists (select from pg_constraint where conindid = indexrelid)`,
    [['asset', 'version', 'asset_keyword', 'asset_album', 'asset_custom_value']],
  )
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  const waiting = new Map<string, Row[1][]>()

  async function send(table: string, rows: Row[1][]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {})
    const arrays = columns.map((column, at) => `$${at + 1}::${types.get(`${table}.${column}`)}[]`)
    await client.query({
      name: `into ${table}`,
      text: `insert into "${table}" (${columns.join(', ')}) select * from unnest(${arrays.join(', ')})`,
      values: columns.map((column) => rows.map((row) => row[column])),
    })
  }
  async function sendAll(atLeast: number): Promise<void> {
    for (const [table, rows] of waiting) {
      if (rows.length < atLeast) continue
      for (let at = 0; at < rows.length; at += rowsPerInsert) await send(table, rows.slice(at, at + rowsPerInsert))
      waiting.set(table, [])
    }
  }

  return {
    put([table, row]) {
      const rows = waiting.get(table) ?? []
      waiting.set(table, rows)
      rows.push(row)
    },
    pause: () => sendAll(rowsPerInsert),
    async standAt(change) {
      await client.query("update counter set value = $1 where name = 'change'", [change])
    },
    async finish() {
      await sendAll(1)
      for (const { sql } of indexes) await client.query(sql)
      await client.query('analyze')
      await client.end()
    },
  }
}

async function columnTypes(client: pg.Client, schema: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ at: string; type: string }>(
    `select table_name || '.' || column_name as at, data_type as type from information_schema.columns
     where table_schema = $1`,
    [schema],
  )
  return new Map(rows.map(({ at, type }) => [at, type]))
}
