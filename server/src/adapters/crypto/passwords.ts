import { hash, verify } from '@node-rs/argon2'

/**
 * OWASP's Argon2id setting: 19 MiB, two passes, one lane. The add-on computes on libuv's threads, so no request waits
 * for another's password; an algorithm is not named because Argon2id is its default.
 */
const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Nobody's password; verified against where there is no user, so that both take as long. Made once, at the first need. */
let nobodysHash: Promise<string> | undefined

export const hashPassword = (password: string): Promise<string> => hash(password, costs)

export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hash('nobody signs in with this', costs)
  const nobodys = await nobodysHash
  if (stored !== null) return verify(stored, password)
  await verify(nobodys, password)
  return false
}
