import type { ControlStores } from '../ports/control.ts'
import type { Token } from './grant.ts'

/**
 * Whether using this token proves that the answer it came in arrived, so that the refresh token before it may die.
 * True once in a token's life, and never for one that replaced nothing: only then is there something to write.
 */
export const isFirstUse = (token: Token): boolean => token.parent !== null && token.firstUsedAt === null

/** Ends the refresh token this one was got with. Twice is as good as once. */
export async function noteFirstUse({ grants }: ControlStores, token: Token, now: number): Promise<void> {
  if (token.parent === null) return
  await grants.markFirstUse(token.digest, now)
  await grants.endToken(token.parent, now)
}
