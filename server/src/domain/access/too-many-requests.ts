import { DomainError } from '../domain-error.ts'

/** Slower, please: the message says what was too much. */
export class TooManyRequests extends DomainError {
  readonly refusal = 'too-many'
  readonly code = 'too-many'
  override readonly retryAfterSeconds: number
  constructor(message: string, retryAfterSeconds: number) {
    super(message)
    this.retryAfterSeconds = retryAfterSeconds
  }
}
