import pg from 'pg'

/** What the first migration finds: the schema, all statements going to it, and `plain_text`, compared byte by byte. */
export async function prepareSchema(
  schema: string,
  to: {
    run(sql: string, parameters: readonly unknown[]): Promise<unknown[]>
    script(sql: string): Promise<unknown>
  },
): Promise<void> {
  const quoted = pg.escapeIdentifier(schema)
  await to.script(`create schema if not exists ${quoted}; set local search_path to ${quoted}`)
  const domains = await to.run(domainExists, [schema])
  if (domains.length === 0) await to.script('create domain plain_text as text collate "C"')
}

const domainExists = `
  select 1 from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where t.typname = 'plain_text' and n.nspname = $1`
