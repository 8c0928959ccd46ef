import { createHash } from 'node:crypto'
import type { Connection } from '../provider/connection.ts'
import type { Stores } from '../state/stores.ts'

export type WorkingConnection = Connection & { grantId: string }

/** The one replication may run on: saved, granted, and activated for the account. */
export function workingConnection({
  account,
  connections,
  grants,
}: Pick<Stores, 'account' | 'connections' | 'grants'>): WorkingConnection | null {
  const connection = connections.find('active')
  if (!connection?.grantId || !account.read().damSettings) return null
  const grant = grants.find(connection.grantId)
  return grant && !grant.refused ? { ...connection, grantId: connection.grantId } : null
}

/** Two connections with the same fingerprint see the same files. */
export const fingerprint = ({ domain, appId, appSecret, keyword, grantId }: Connection): string =>
  createHash('sha256')
    .update(JSON.stringify([domain, appId, appSecret, keyword, grantId]))
    .digest('base64url')
