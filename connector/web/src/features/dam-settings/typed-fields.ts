import type { DamFields, DamSettings } from '../../../../src/api/dam-settings-wire.ts'

/** What stands in the form. An empty secret means the one that is kept. */
export type TypedFields = { provider: 'canto'; domain: string; appId: string; appSecret: string; keyword: string }
type Kept = DamSettings['fields']

export const typedFrom = (kept: Kept): TypedFields => ({
  provider: 'canto',
  domain: kept?.domain ?? '',
  appId: kept?.appId ?? '',
  appSecret: '',
  keyword: kept?.keyword ?? '',
})

/** A secret is kept for one domain and one app; typing another of them asks for it again. */
export const isSecretKept = ({ domain, appId }: TypedFields, kept: Kept): boolean =>
  kept?.isSecretSet === true && domain.trim() === kept.domain && appId.trim() === kept.appId

export const isComplete = (typed: TypedFields, kept: Kept): boolean =>
  [typed.domain, typed.appId, typed.keyword].every((text) => text.trim() !== '') &&
  (typed.appSecret.trim() !== '' || isSecretKept(typed, kept))

/** Whether a consent given for what is kept is good for what is typed: a keyword needs none. */
export const isSameApp = (typed: TypedFields, kept: Kept): boolean =>
  isSecretKept(typed, kept) && typed.appSecret.trim() === ''

export const fieldsToSend = ({ appSecret, ...fields }: TypedFields): DamFields => ({
  ...fields,
  ...(appSecret.trim() === '' ? {} : { appSecret }),
})
