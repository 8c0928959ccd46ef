import { DomainError } from '../domain-error.ts'

/** No token, or one that is not good (any more). Never says which thing about it was wrong, but for its age. */
export class Unauthenticated extends DomainError {
  readonly refusal = 'unauthenticated'
  readonly code = 'unauthenticated'
}
