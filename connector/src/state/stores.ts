import { type AccountStore, accountStore } from './accounts.ts'
import { type ActivityStore, activityStore } from './activities.ts'
import { type ConnectionStore, connectionStore } from './connections.ts'
import { type DownloadStore, downloadStore } from './downloads.ts'
import { type FactStore, factStore } from './facts.ts'
import { type FailedSignInStore, failedSignInStore } from './failed-sign-ins.ts'
import { type GrantStore, grantStore } from './grants.ts'
import { type HeldStore, heldStore } from './held-files.ts'
import { holdLock, type Lock } from './hold-lock.ts'
import { openState, type State } from './open-state.ts'
import { type PendingAuthorizationStore, pendingAuthorizationStore } from './pending-authorizations.ts'
import { openSeal } from './seal.ts'
import { type SeenStore, seenStore } from './seen-files.ts'
import { type SessionStore, sessionStore } from './sessions.ts'
import { type SyncRequestStore, syncRequestStore } from './sync-requests.ts'
import { type TroubleStore, troubleStore } from './troubles.ts'
import { type UserStore, userStore } from './users.ts'

/** Everything the connector remembers. */
export type Stores = {
  state: State
  account: AccountStore
  users: UserStore
  sessions: SessionStore
  failures: FailedSignInStore
  connections: ConnectionStore
  grants: GrantStore
  authorizations: PendingAuthorizationStore
  seen: SeenStore
  held: HeldStore
  downloads: DownloadStore
  troubles: TroubleStore
  activities: ActivityStore
  requests: SyncRequestStore
  facts: FactStore
  /** Among all processes on this data folder. */
  holdLock(name: 'replicating' | 'renewing'): Lock | null
}

export function openStores(dataFolder: string): Stores {
  const state = openState(dataFolder)
  const seal = openSeal(dataFolder)
  return {
    state,
    account: accountStore(state),
    users: userStore(state),
    sessions: sessionStore(state),
    failures: failedSignInStore(state),
    connections: connectionStore(state, seal),
    grants: grantStore(state, seal),
    authorizations: pendingAuthorizationStore(state, seal),
    seen: seenStore(state),
    held: heldStore(state),
    downloads: downloadStore(state),
    troubles: troubleStore(state),
    activities: activityStore(state),
    requests: syncRequestStore(state),
    facts: factStore(state),
    holdLock: (name) => holdLock(dataFolder, name),
  }
}
