import type { Kysely } from 'kysely'
import type { Control, ControlStores } from '../../domain/ports/control.ts'
import type { ControlSchema } from './control-schema.ts'
import type { Engine } from './engine.ts'
import { migrate } from './migrate.ts'
import { queriesOver } from './queries-over.ts'
import { accountStore } from './stores/account-store.ts'
import { apiKeyStore } from './stores/api-key-store.ts'
import { grantStore } from './stores/grant-store.ts'
import { sessionStore } from './stores/session-store.ts'
import { signInAttemptStore } from './stores/sign-in-attempt-store.ts'

export async function openControl(engine: Engine): Promise<Control> {
  await migrate(engine, 'control')
  return {
    read: stores(queriesOver<ControlSchema>(engine, engine.read)),
    transaction: (work) => engine.transaction((open) => work(stores(queriesOver<ControlSchema>(engine, open)))),
    stamp: () => engine.stamp(),
    lookAgain: () => engine.lookAgain(),
    close: () => engine.close(),
  }
}

const stores = (db: Kysely<ControlSchema>): ControlStores => ({
  accounts: accountStore(db),
  apiKeys: apiKeyStore(db),
  grants: grantStore(db),
  sessions: sessionStore(db),
  signInAttempts: signInAttemptStore(db),
})
