import { Invalid } from '../domain-error.ts'

/** How an address is kept and looked up: trimmed and in lower case. */
export const keptEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase()

/** No more than can be told without sending a mail: something, one @, something, and no spaces. */
export function checkedEmail(email: string): string {
  const kept = keptEmail(email)
  if (kept.length > 254 || !/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(kept)) {
    throw new Invalid(`${email.slice(0, 300)} is not an e-mail address`)
  }
  return kept
}
