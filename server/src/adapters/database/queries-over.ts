import { Kysely } from 'kysely'
import type { Engine, Statements } from './engine.ts'

/** A query builder whose statements go to the reading side or into an open transaction of the engine. */
export function queriesOver<Schema>(
  engine: Pick<Engine, 'dialect' | 'schema'>,
  statements: Statements,
): Kysely<Schema> {
  const queries = new Kysely<Schema>({ dialect: engine.dialect.over(statements) })
  return engine.schema === null ? queries : queries.withSchema(engine.schema)
}
