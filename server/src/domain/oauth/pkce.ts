import type { Secrets } from '../ports/secrets.ts'
import type { AuthorizationCode } from './grant.ts'
import { WrongParameter } from './oauth-refusals.ts'

export type Challenge = { codeChallenge: string; codeChallengeMethod: 'S256' | 'plain' }
type Bound = Pick<AuthorizationCode, 'codeChallenge' | 'codeChallengeMethod'>

/** RFC 7636 §4.1: 43 to 128 unreserved characters; a challenge of S256 is 43 of base64url. */
const form = /^[A-Za-z0-9._~-]{43,128}$/

/** What the authorize call asks to be proven later; nothing where it sends nothing. */
export function parseChallenge(challenge: string | undefined, method: string | undefined): Challenge | undefined {
  if (challenge === undefined && method === undefined) return undefined
  const codeChallengeMethod = method ?? 'plain'
  if (codeChallengeMethod !== 'S256' && codeChallengeMethod !== 'plain')
    throw new WrongParameter('code_challenge_method')
  if (challenge === undefined || !form.test(challenge)) throw new WrongParameter('code_challenge')
  return { codeChallenge: challenge, codeChallengeMethod }
}

/**
 * Refuses unless the verifier proves the challenge. A verifier for a code without challenge is refused as well: then
 * somebody took the challenge away on the way (RFC 9700 §4.8.2).
 */
export function checkVerifier({ secrets }: { secrets: Secrets }, code: Bound, verifier: string | undefined): void {
  if (code.codeChallenge === null && verifier === undefined) return
  if (code.codeChallenge === null || verifier === undefined || !form.test(verifier))
    throw new WrongParameter('code_verifier')
  const proof = code.codeChallengeMethod === 'S256' ? sha256InBase64url(secrets, verifier) : verifier
  if (!secrets.equal(proof, code.codeChallenge)) throw new WrongParameter('code_verifier')
}

const sha256InBase64url = (secrets: Secrets, text: string): string =>
  Buffer.from(secrets.digest(text), 'hex').toString('base64url')
