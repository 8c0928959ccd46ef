import { DomainError } from '../domain-error.ts'

/** A parameter of the authorize or token call that is missing or not the right one. */
export class WrongParameter extends DomainError {
  readonly refusal = 'invalid'
  readonly code = 'wrong-parameter'
  constructor(name: string, why = '') {
    super(`Wrong ${name} value${why && `: ${why}`}`)
  }
}

/** An authorization code that is unknown, has expired, or was used. */
export class CodeExpired extends DomainError {
  readonly refusal = 'unauthenticated'
  readonly code = 'authentication-expired'
  constructor() {
    super('Authentication code expired')
  }
}

/** A refresh token that is unknown, has expired, or was replaced. */
export class BadRefreshToken extends DomainError {
  readonly refusal = 'unauthenticated'
  readonly code = 'authentication-fail'
  constructor() {
    super('Invalid refresh token')
  }
}
