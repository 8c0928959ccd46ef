import { AddressRefused } from '@descant/network'
import {
  CredentialsRefused,
  DamFailing,
  DamUnreachable,
  GrantRefused,
  NotADam,
  NotAllowed,
  OriginalDiffers,
  OriginalGone,
} from './failures.ts'
import { isNoDomain } from './translate-failure.ts'

export type Problem =
  | 'domain'
  | 'private-address'
  | 'unreachable'
  | 'not-canto'
  | 'app-id'
  | 'app-secret'
  | 'redirect-uri'
  | 'credentials'
  | 'grant'
  | 'not-allowed'
  | 'busy'
  | 'file'
  | 'internal'

export type Explanation = { problem: Problem; sentence: string }

/** What is wrong and what to do about it, for the person at the settings page. */
export function explainFailure(error: unknown): Explanation {
  if (isNoDomain(error)) return { problem: 'domain', sentence: `${error.message}.` }
  if (error instanceof AddressRefused) {
    return {
      problem: 'private-address',
      sentence: `${error.message}, and this connector does not go there. Check the Canto Domain, or ask whoever runs the connector.`,
    }
  }
  if (error instanceof DamUnreachable) {
    return {
      problem: 'unreachable',
      sentence: `${error.message}. Check the Canto Domain and that the server is running.`,
    }
  }
  if (error instanceof NotADam) {
    return { problem: 'not-canto', sentence: `${error.message}. Check the Canto Domain: this is not a Canto server.` }
  }
  if (error instanceof CredentialsRefused) return explainCredentials(error)
  if (error instanceof GrantRefused) {
    return {
      problem: 'grant',
      sentence: 'The consent given to this connector was revoked or has run out. Authenticate Canto again, then save.',
    }
  }
  if (error instanceof NotAllowed) {
    return {
      problem: 'not-allowed',
      sentence: `${error.message}. The person who gave consent lacks the right; authenticate as somebody who has it.`,
    }
  }
  if (error instanceof DamFailing) {
    return { problem: 'busy', sentence: `${error.message}. Try again in a while.` }
  }
  if (error instanceof OriginalDiffers || error instanceof OriginalGone) {
    return { problem: 'file', sentence: `${error.message}.` }
  }
  return { problem: 'internal', sentence: 'Something went wrong in the connector itself; its log says more.' }
}

function explainCredentials({ wrong }: CredentialsRefused): Explanation {
  switch (wrong) {
    case 'app-secret':
      return {
        problem: 'app-secret',
        sentence: 'The Canto App Secret is wrong. Copy it from Canto: Settings, API keys, edit the key.',
      }
    case 'app-id':
      return {
        problem: 'app-id',
        sentence: 'Canto does not know this Canto App ID. Copy it from Canto: Settings, API keys.',
      }
    case 'redirect-uri':
      return {
        problem: 'redirect-uri',
        sentence: 'The redirect URL of the API key in Canto is another one. Copy the one shown here into the key.',
      }
    default:
      return {
        problem: 'credentials',
        sentence: 'Canto does not accept the Canto App ID and the Canto App Secret together. Copy both again.',
      }
  }
}
