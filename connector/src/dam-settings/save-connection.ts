import { type Connection, type ConnectionFields, isSameApp } from '../provider/connection.ts'
import type { Stores } from '../state/stores.ts'
import { completeFields, type TypedFields } from './complete-fields.ts'
import type { SettingsDeps } from './deps.ts'
import { SettingsRefused } from './refused.ts'

/** Makes what was authenticated the connection replication runs on. A new keyword alone needs no new consent. */
export function saveConnection({ stores, clock, notice }: SettingsDeps, typed: TypedFields): void {
  const fields = completeFields(stores.connections, typed)
  const granted = grantedFor(stores, fields)
  if (!granted) {
    throw new SettingsRefused(
      'authenticate-first',
      'Authenticate Canto first: no consent was given for this domain, app ID and secret.',
    )
  }
  stores.state.atomically(() => {
    const { redirectUri, grantId } = granted
    const now = clock.now()
    stores.connections.put('active', { ...fields, redirectUri, grantId, savedAt: now, notice: null })
    stores.connections.remove('draft')
    stores.grants.sweep()
    stores.troubles.forgive()
    stores.facts.write('problem', null)
    stores.activities.add({ at: now, kind: 'connected', assetId: null, name: null, detail: fields.keyword })
  })
  notice()
}

function grantedFor({ connections, grants }: Stores, fields: ConnectionFields): Connection | null {
  const isGood = ({ grantId }: Connection) => grantId !== null && grants.find(grantId)?.refused === null
  const kept = [connections.find('draft'), connections.find('active')]
  return kept.find((connection) => connection !== null && isSameApp(connection, fields) && isGood(connection)) ?? null
}
