import type { ConnectionFields } from '../provider/connection.ts'
import { damAddresses } from '../provider/dam-addresses.ts'
import { isNoDomain } from '../provider/translate-failure.ts'
import type { ConnectionStore } from '../state/connections.ts'
import { SettingsRefused } from './refused.ts'

/** As typed; without a secret the one kept is meant. */
export type TypedFields = Omit<ConnectionFields, 'appSecret'> & { appSecret?: string | undefined }

/** The fields in full. A kept secret goes only where it was given for: another domain or app needs its own. */
export function completeFields(connections: ConnectionStore, typed: TypedFields): ConnectionFields {
  const trimmed = {
    provider: typed.provider,
    domain: typed.domain.trim(),
    appId: typed.appId.trim(),
    keyword: typed.keyword.trim(),
  }
  const empty = [
    [trimmed.domain, 'Canto Domain'],
    [trimmed.appId, 'Canto App ID'],
    [trimmed.keyword, 'Keyword for Import'],
  ].find(([value]) => !value)
  if (empty) throw new SettingsRefused('incomplete', `Fill in the field ${empty[1]}.`)
  refuseBadDomain(trimmed.domain)

  const typedSecret = typed.appSecret?.trim()
  if (typedSecret) return { ...trimmed, appSecret: typedSecret }
  const kept = [connections.find('draft'), connections.find('active')].find(
    (connection) => connection?.domain === trimmed.domain && connection.appId === trimmed.appId,
  )
  if (kept) return { ...trimmed, appSecret: kept.appSecret }
  throw new SettingsRefused('secret-needed', 'Type the Canto App Secret: it belongs to this domain and this app ID.')
}

function refuseBadDomain(domain: string): void {
  try {
    damAddresses(domain)
  } catch (error) {
    if (isNoDomain(error)) throw new SettingsRefused('domain', `${error.message}.`)
    throw error
  }
}
