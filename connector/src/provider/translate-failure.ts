import { CantoFailure, ConnectionFailure, NoSuchDomain, OAuthFailure } from '@descant/client'
import { AddressRefused } from '@descant/network'
import { CredentialsRefused, DamFailing, DamUnreachable, GrantRefused, NotADam, NotAllowed } from './failures.ts'

/** The client's failures in our words, the ones a person can do something about told apart. */
export function translateFailure(error: unknown): unknown {
  if (error instanceof ConnectionFailure) return ofConnection(error)
  if (error instanceof OAuthFailure) return ofSignIn(error)
  if (error instanceof CantoFailure) return ofAnswer(error)
  if ((error as Error)?.name === 'TimeoutError')
    return new DamUnreachable('The DAM did not answer in time', { cause: error })
  return error
}

export async function inOurWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw translateFailure(error)
  }
}

function ofConnection(error: ConnectionFailure): Error {
  for (let cause: unknown = error.cause; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AddressRefused) return cause
  }
  const isEndless = error.reason === 'UND_ERR_RES_EXCEEDED_MAX_SIZE'
  return isEndless
    ? new NotADam('The server sent an answer without end', { cause: error })
    : new DamUnreachable(error.message, { cause: error })
}

function ofSignIn(error: OAuthFailure): Error {
  const { status, description } = error
  if (error.error === 'unexpected_answer') {
    return status >= 500
      ? new DamFailing(status, description, { cause: error })
      : new NotADam(description, { cause: error })
  }
  if (status === 429 || status >= 500)
    return new DamFailing(status, `The sign-in server answered ${status}`, { cause: error })
  // RFC 6749 has 401 for a wrong secret as well, with this word
  if (status === 401 && error.error !== 'invalid_client') return new GrantRefused(description, { cause: error })
  return new CredentialsRefused(wrongPart(description), description, { cause: error })
}

function wrongPart(description: string): CredentialsRefused['wrong'] {
  if (/secret/i.test(description)) return 'app-secret'
  if (/redirect/i.test(description)) return 'redirect-uri'
  return /app.?id|client.?id/i.test(description) ? 'app-id' : 'unknown'
}

function ofAnswer(error: CantoFailure): Error {
  const { status, message } = error
  if (status === 401) return new GrantRefused('The library does not accept the grant any more', { cause: error })
  if (status === 403) return new NotAllowed(message, { cause: error })
  if (status === 404 || status < 400) return new NotADam('The server does not speak the Canto API', { cause: error })
  return new DamFailing(status, `The DAM answered with ${status}: ${message}`, { cause: error })
}

export const isNoDomain = (error: unknown): error is NoSuchDomain => error instanceof NoSuchDomain
