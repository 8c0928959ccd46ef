import { PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely'
import { named, type SqlDialect } from './sql-dialect.ts'
import { statementsDriver } from './statements-driver.ts'

export const postgresDialect: SqlDialect = {
  over: (statements) => ({
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => statementsDriver(statements),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }),
  isAnyOf: (value, values) => sql`${value} = any(${values}::text[])`,
  listed: (values) => values,
  jsonList: (value, ...order) => sql`coalesce(json_agg(${value} order by ${sql.join(order)}), '[]')::text`,
  jsonObject: (name, json) => sql`coalesce(json_object_agg(${name}, ${json}::json order by ${name}), '{}')::text`,
  jsonOf: (members) => sql`json_build_object(${named(members)})::text`,
}
