import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from 'kysely'
import { named, type SqlDialect } from './sql-dialect.ts'
import { statementsDriver } from './statements-driver.ts'

const listed = (values: readonly string[]): string => JSON.stringify(values)

export const sqliteDialect: SqlDialect = {
  over: (statements) => ({
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => statementsDriver(statements),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }),
  isAnyOf: (value, values) => sql`${value} in (select value from json_each(${listed(values)}))`,
  listed,
  jsonList: (value, ...order) => sql`json_group_array(${value} order by ${sql.join(order)})`,
  jsonObject: (name, json) => sql`json_group_object(${name}, json(${json}) order by ${name})`,
  jsonOf: (members) => sql`json_object(${named(members)})`,
}
