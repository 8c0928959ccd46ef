import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { runStatement, StatementCache } from './statement-cache.ts'

test('a column that a table has gained since a statement was prepared takes the name of no other', () => {
  const connection = new DatabaseSync(':memory:')
  onTestFinished(() => connection.close())
  const statements = new StatementCache((sql) => connection.prepare(sql))
  const ask = () => runStatement(statements.get('select asset.*, 1 as one from asset'), []).rows
  connection.exec(`create table asset (id text); insert into asset values ('a')`)
  expect(ask()).toEqual([{ id: 'a', one: 1 }])

  connection.exec(`alter table asset add column name text not null default 'poster'`)

  expect(ask()).toEqual([{ id: 'a', name: 'poster', one: 1 }])
})
