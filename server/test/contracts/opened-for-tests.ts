import { afterAll, beforeAll } from 'vitest'
import type { Control, ControlStores } from '../../src/domain/ports/control.ts'
import type { Library } from '../../src/domain/ports/library.ts'
import type { OwnDatabase, TestDatabase } from '../harness/databases.ts'
import { someAccount } from '../harness/made-up.ts'

/** Inside a `describe`: one database for its tests, and an empty library for each that asks. */
export function librariesOn(database: TestDatabase): { open(): Promise<Library> } {
  const own = databaseFor(database)
  return { open: async () => (await own.opened()).libraries.of(someAccount()) }
}

/** Inside a `describe`: one control database for its tests. */
export function controlOn(database: TestDatabase): { open(): Promise<Control> } {
  const own = databaseFor(database)
  return { open: async () => (await own.opened()).control }
}

function databaseFor(database: TestDatabase) {
  let own: OwnDatabase
  let opened: ReturnType<OwnDatabase['open']>
  beforeAll(async () => {
    own = await database.create()
    opened = own.open()
    await opened
  })
  afterAll(() => own?.close())
  return { opened: () => opened }
}

/** An account that is there already. */
export const accountIn = async (control: Control) => {
  const account = someAccount()
  await control.transaction(({ accounts }: ControlStores) => accounts.insert(account))
  return account
}
