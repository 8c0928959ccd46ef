import { type ConnectionFields, isSameApp } from '../provider/connection.ts'
import { explainFailure } from '../provider/explain-failure.ts'
import { CredentialsRefused, GrantRefused } from '../provider/failures.ts'
import { askAsTheApp } from '../provider/oauth.ts'
import { completeFields } from './complete-fields.ts'
import type { SettingsDeps } from './deps.ts'
import { saveConnection } from './save-connection.ts'

/**
 * From a script: connects at once where the key may act on its own (or a consent for it is there already), else leaves
 * the fields filled in for somebody to authenticate in the browser, and says so.
 */
export async function setConnection(
  deps: SettingsDeps,
  typed: ConnectionFields,
): Promise<{ isConnected: boolean; sentence: string }> {
  const { stores, agents, clock } = deps
  const fields = completeFields(stores.connections, typed)
  const active = stores.connections.find('active')
  const isGranted = active?.grantId && stores.grants.find(active.grantId)?.refused === null
  if (isGranted && isSameApp(active, fields)) {
    saveConnection(deps, fields)
    return { isConnected: true, sentence: 'Saved; the consent given before stays good.' }
  }

  const tokens = await askAsTheApp({ agents, clock }, fields).catch(mayNotActAlone)
  const grantId = tokens && stores.grants.add(tokens, clock.now())
  stores.connections.put('draft', { ...fields, redirectUri: null, grantId, savedAt: clock.now(), notice: null })
  if (!grantId) {
    return {
      isConnected: false,
      sentence: 'The fields are filled in. Now sign in to the connector and authenticate Canto.',
    }
  }
  saveConnection(deps, fields)
  return { isConnected: true, sentence: 'Connected.' }
}

/** A key that needs a person's consent is refused here with 400 or 401; wrong ones are told from it by their names. */
function mayNotActAlone(error: unknown): null {
  const isKeyWrong = error instanceof CredentialsRefused && ['app-id', 'app-secret'].includes(error.wrong)
  if (error instanceof GrantRefused || (error instanceof CredentialsRefused && !isKeyWrong)) return null
  throw new Error(explainFailure(error).sentence, { cause: error })
}
