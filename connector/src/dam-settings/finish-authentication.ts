import { digestOf } from '../accounts/token.ts'
import { explainFailure } from '../provider/explain-failure.ts'
import { GrantRefused } from '../provider/failures.ts'
import { takeConsent } from '../provider/oauth.ts'
import type { PendingAuthorization } from '../state/pending-authorizations.ts'
import type { SettingsDeps } from './deps.ts'

export type Returned = { state?: string | undefined; code?: string | undefined; error?: string | undefined }

/** `stale`: not the answer to anything this browser asked, or too late. `failed` and `denied` leave a notice. */
export type Authenticated = 'granted' | 'denied' | 'failed' | 'stale'

/** The browser is back from the consent page. Nothing it brings counts but what it was sent away with. */
export async function finishAuthentication(
  deps: SettingsDeps,
  { returned, browserToken }: { returned: Returned; browserToken: string | undefined },
): Promise<Authenticated> {
  const { stores, agents, clock } = deps
  const pending = takePending(deps, returned.state, browserToken)
  const draft = stores.connections.find('draft')
  if (!pending || !draft || draft.savedAt !== pending.draftSavedAt) return 'stale'

  if (returned.error || !returned.code) {
    const isDenied = returned.error === 'access_denied'
    stores.connections.notice('draft', isDenied ? denied : refusedThere)
    return isDenied ? 'denied' : 'failed'
  }

  try {
    const { verifier, redirectUri } = pending
    const tokens = await takeConsent({ agents, clock }, draft, { code: returned.code, verifier, redirectUri })
    stores.state.atomically(() => {
      const grantId = stores.grants.add(tokens, clock.now())
      stores.connections.put('draft', { ...draft, redirectUri, grantId, notice: null })
      stores.grants.sweep()
    })
    return 'granted'
  } catch (error) {
    stores.connections.notice('draft', error instanceof GrantRefused ? tooLate : explainFailure(error).sentence)
    return 'failed'
  }
}

const denied =
  'Canto was not authenticated: access was denied on its consent page. Authenticate again and choose Allow.'
const refusedThere = 'Canto did not give its consent. Authenticate Canto again.'
const tooLate = 'Canto does not accept the answer of its own consent page any more. Authenticate Canto again.'

function takePending(
  { stores, clock }: SettingsDeps,
  state: string | undefined,
  browserToken: string | undefined,
): PendingAuthorization | null {
  if (!state || !browserToken) return null
  const pending = stores.authorizations.take(digestOf(state), clock.now())
  if (!pending || pending.browserDigest !== digestOf(browserToken) || pending.expiresAt <= clock.now()) return null
  return stores.sessions.isAlive(pending.sessionDigest, clock.now()) ? pending : null
}
