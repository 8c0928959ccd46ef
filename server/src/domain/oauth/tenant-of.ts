import type { Account } from '../account/account.ts'
import type { TokenDeps } from './exchange-code.ts'
import { livingSubject } from './living-subject.ts'
import { BadRefreshToken } from './oauth-refusals.ts'

/**
 * The account a refresh token belongs to. Asking is no use of the token: it neither ends the one before nor, with a
 * dead one, revokes anything.
 */
export async function tenantOf(
  deps: TokenDeps,
  { refreshToken, here }: { refreshToken: string; here: Account | null },
): Promise<Account> {
  const { control, clock, secrets } = deps
  const token = await control.read.grants.findToken(secrets.digest(refreshToken))
  if (token?.kind !== 'refresh' || token.endedAt !== null || token.expiresAt <= clock.now()) throw new BadRefreshToken()
  const subject = await livingSubject(deps, token)
  if (!subject || (here && subject.account.id !== here.id)) throw new BadRefreshToken()
  return subject.account
}
