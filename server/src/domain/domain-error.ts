/** The kinds of refusal. `api/http/errors.ts` has one status for each. */
export type Refusal =
  | 'invalid' // input we understood and refuse
  | 'unauthenticated' // no token, or one that is not good
  | 'not-allowed' // a good token whose user may not do this
  | 'not-found' // no such thing, or one this caller may not know of
  | 'too-large'
  | 'unsupported' // a body of a kind we do not read
  | 'unprocessable' // a body we can't make sense of
  | 'gone'
  | 'too-many' // slower, please
  | 'unavailable' // a part is down; try again
  | 'documented-500' // refusals that the published API answers with status 500

/** The caller did something we understand. Anything else that is thrown is a bug. */
export abstract class DomainError extends Error {
  abstract readonly refusal: Refusal
  /** Stable, kebab-case; docs/api.md lists the integer each has on the wire. */
  abstract readonly code: string
  /** For `too-many` and `unavailable`. */
  readonly retryAfterSeconds: number | undefined = undefined
}

/** Input we understood and refuse; `message` names what was wrong and what would be right. */
export class Invalid extends DomainError {
  readonly refusal = 'invalid'
  readonly code: string
  constructor(message: string, code = 'invalid') {
    super(message)
    this.code = code
  }
}

/** A body we can't make sense of. */
export class Unprocessable extends DomainError {
  readonly refusal = 'unprocessable'
  readonly code = 'unprocessable'
}

export class NotFound extends DomainError {
  readonly refusal = 'not-found'
  readonly code = 'not-found'
  constructor(what: string) {
    super(`There is no ${what}`)
  }
}

export class NotAllowed extends DomainError {
  readonly refusal = 'not-allowed'
  readonly code = 'not-allowed'
}

/** A part we need is down: try again. The cause is for the log, the message for the caller. */
export class Unavailable extends DomainError {
  readonly refusal = 'unavailable'
  readonly code = 'unavailable'
  override readonly retryAfterSeconds: number = 5
}
