import { digestOf, newToken } from '../accounts/token.ts'
import { explainFailure } from '../provider/explain-failure.ts'
import { CredentialsRefused, DamFailing } from '../provider/failures.ts'
import { checkCredentials, consentAddress } from '../provider/oauth.ts'
import { completeFields, type TypedFields } from './complete-fields.ts'
import type { SettingsDeps } from './deps.ts'
import { SettingsRefused } from './refused.ts'

export const authorizationLastsMs = 3_600_000

/**
 * Keeps what was typed as a draft and says where the browser has to go. What the sign-in service already refuses is
 * said here, where it can be corrected.
 */
export async function beginAuthentication(
  { stores, agents, clock }: SettingsDeps,
  { typed, sessionDigest, redirectUri }: { typed: TypedFields; sessionDigest: string; redirectUri: string },
): Promise<{ location: string; browserToken: string }> {
  const fields = completeFields(stores.connections, typed)
  try {
    await checkCredentials({ agents, clock }, fields, redirectUri)
  } catch (error) {
    if (!isUncertain(error)) {
      const { problem, sentence } = explainFailure(error)
      throw new SettingsRefused(problem, sentence)
    }
  }

  const [state, verifier, browserToken, now] = [newToken(), newToken(), newToken(), clock.now()]
  stores.state.atomically(() => {
    stores.connections.put('draft', { ...fields, redirectUri, grantId: null, savedAt: now, notice: null })
    stores.grants.sweep()
    stores.authorizations.add({
      stateDigest: digestOf(state),
      browserDigest: digestOf(browserToken),
      sessionDigest,
      verifier,
      redirectUri,
      draftSavedAt: now,
      expiresAt: now + authorizationLastsMs,
    })
  })
  return { location: consentAddress(fields, { redirectUri, state, verifier }), browserToken }
}

/** Not every server tells a wrong code from a wrong key, and one that is busy may be free by the time of the consent. */
const isUncertain = (error: unknown): boolean =>
  error instanceof DamFailing || (error instanceof CredentialsRefused && error.wrong === 'unknown')
