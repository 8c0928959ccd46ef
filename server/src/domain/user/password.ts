import { Invalid } from '../domain-error.ts'

/** Fewer are refused to people who choose; who sets up the installation is trusted to know better. */
export const fewestChosenCharacters = 8
/** Longer ones would only keep the hash busy. */
export const mostPasswordCharacters = 1000

/** The same password, however the keyboard composed its characters (NIST SP 800-63B §5.1.1.2). */
export const composedPassword = (password: string): string => password.normalize('NFKC')

export function checkedPassword(password: string, { fewest }: { fewest: number }): string {
  const composed = composedPassword(password)
  if ([...composed].length < fewest) {
    throw new Invalid(fewest === 1 ? 'The password is empty' : `A password needs at least ${fewest} characters`)
  }
  if (composed.length > mostPasswordCharacters) {
    throw new Invalid(`A password may have at most ${mostPasswordCharacters} characters`)
  }
  return composed
}
