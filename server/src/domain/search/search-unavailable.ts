import { DomainError } from '../domain-error.ts'

/** No answer is better than a wrong one: the index is being made, has no room, or has stopped. The message says which. */
export class SearchUnavailable extends DomainError {
  readonly refusal = 'unavailable'
  readonly code = 'search-unavailable'
  override readonly retryAfterSeconds: number
  constructor(message: string, retryAfterSeconds: number, options?: ErrorOptions) {
    super(message, options)
    this.retryAfterSeconds = retryAfterSeconds
  }
}
