/** The print platform's customer. `damSettings`: the integration is activated for it. */
export type Account = { name: string; damSettings: boolean }

/** An admin may change settings; a member uses the library. */
export const roles = ['admin', 'member'] as const
export type Role = (typeof roles)[number]
export type User = { id: string; email: string; role: Role }

export type Refusal = 'feature-off' | 'not-an-admin'

/** Why this person may not change the DAM settings; `null` when they may. */
export function refusalOfDamSettings(account: Account, user: User): Refusal | null {
  if (!account.damSettings) return 'feature-off'
  return user.role === 'admin' ? null : 'not-an-admin'
}
