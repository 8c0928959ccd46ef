import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// Argon2id with the parameters OWASP names first for servers
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

/** With no hash to compare to it takes as long and says no, so that the time does not tell who exists. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await nobodysHash()), password.normalize('NFKC'))
  return passwordHash !== null && isRight
}

let madeOnce: Promise<string> | undefined
const nobodysHash = (): Promise<string> => {
  madeOnce ??= hashPassword(randomBytes(16).toString('hex'))
  return madeOnce
}

/** Easy to read aloud and to type: no letters that look alike. About 95 bits. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const pick = () => letters[(randomBytes(1)[0] ?? 0) % letters.length]
  return Array.from({ length: 4 }, () => Array.from({ length: 5 }, pick).join('')).join('-')
}
