import { type Dialect, type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Statements } from '../engine.ts'

/** What SQLite and PostgreSQL spell differently. A store that needs another difference gives it a name here. */
export interface SqlDialect {
  /** Kysely's half: quoting, placeholders, and statements going to `statements`. */
  over(statements: Statements): Dialect
  /** True for rows whose value is one of `values`: one parameter for any number, so that the statement stays the same. */
  isAnyOf(value: Expression<string>, values: readonly string[]): RawBuilder<SqlBool>
  /** That parameter, for a statement that was compiled before. */
  listed(values: readonly string[]): unknown
  /** Aggregates into the text of a JSON array, `[]` for none. */
  jsonList(value: Expression<unknown>, ...order: [Expression<unknown>, ...Expression<unknown>[]]): RawBuilder<string>
  /** Aggregates into the text of a JSON object, in the order of names, `{}` for none; `json` is the text of JSON already. */
  jsonObject(name: Expression<string>, json: Expression<string>): RawBuilder<string>
  /** The text of a JSON object with these members: texts, numbers, nulls. */
  jsonOf(members: Record<string, Expression<unknown>>): RawBuilder<string>
}

/** Names and values in turns, as functions that make JSON objects take them. The names are ours: no quotes in them. */
export const named = (members: Record<string, Expression<unknown>>): RawBuilder<unknown> =>
  sql.join(Object.entries(members).flatMap(([name, value]) => [sql.lit(name), value]))
