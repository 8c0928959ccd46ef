import type { User } from '../accounts/account.ts'
import { refusalOfDamSettings } from '../accounts/account.ts'
import type { DamSettings } from '../api/dam-settings-wire.ts'
import type { Stores } from '../state/stores.ts'

/** What the settings page shows. The secret never leaves; whether there is one does. */
export function presentSettings(
  stores: Stores,
  { user, redirectUri }: { user: User; redirectUri: string },
): DamSettings {
  const refusal = refusalOfDamSettings(stores.account.read(), user)
  if (refusal) return { refusal, redirectUri, fields: null, isAuthenticated: false, connection: null, notice: null }

  const [draft, active] = [stores.connections.find('draft'), stores.connections.find('active')]
  const shown = draft ?? active
  const grantOf = (grantId: string | null | undefined) => (grantId ? stores.grants.find(grantId) : null)
  const shownGrant = grantOf(shown?.grantId)
  const activeGrant = grantOf(active?.grantId)
  return {
    refusal: null,
    redirectUri,
    fields: shown && {
      provider: shown.provider,
      domain: shown.domain,
      appId: shown.appId,
      isSecretSet: true,
      keyword: shown.keyword,
      isSaved: draft === null,
    },
    isAuthenticated: shownGrant !== null && shownGrant.refused === null,
    notice: shown?.notice ?? null,
    connection: active && {
      domain: active.domain,
      keyword: active.keyword,
      isGranted: activeGrant !== null && activeGrant.refused === null,
      savedAt: active.savedAt,
      eligible: stores.seen.count(),
      imported: stores.held.count().files,
      lastSync: stores.facts.read('last-sync'),
      problem: activeGrant?.refused ? grantEnded : stores.facts.read('problem'),
    },
  }
}

const grantEnded =
  'The consent given to this connector was revoked or has run out. Authenticate Canto again, then save.'
