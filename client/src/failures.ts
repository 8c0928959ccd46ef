/** The server answered, and not with what was asked for. Everything but OAuth. */
export class CantoFailure extends Error {
  override readonly name = 'CantoFailure'
  readonly status: number
  /** The integer of the error body; `null` where there was none. */
  readonly code: number | null
  readonly method: string
  /** Path without query: it may be logged. */
  readonly path: string
  /** How long the server asked to be left alone; `null` where it did not say. */
  readonly retryAfterMs: number | null

  constructor(given: {
    status: number
    message: string
    method: string
    path: string
    code?: number | null
    retryAfterMs?: number | null
  }) {
    super(given.message)
    this.status = given.status
    this.code = given.code ?? null
    this.method = given.method
    this.path = given.path
    this.retryAfterMs = given.retryAfterMs ?? null
  }
}

/** A refusal of the OAuth endpoints: `invalid_request`, `authentication_expired`, `authentication_fail` … */
export class OAuthFailure extends Error {
  override readonly name = 'OAuthFailure'
  readonly status: number
  readonly error: string
  readonly description: string

  constructor({ status, error, description }: { status: number; error: string; description: string }) {
    super(description === '' ? error : `${description} (${error})`)
    this.status = status
    this.error = error
    this.description = description
  }
}

/** No answer at all: no such host, refused, cut off, too slow. `cause` is what the network said. */
export class ConnectionFailure extends Error {
  override readonly name = 'ConnectionFailure'
  readonly method: string
  readonly path: string
  /** `ENOTFOUND`, `ECONNREFUSED` …; `null` where the platform keeps it to itself (browsers do). */
  readonly reason: string | null

  constructor({ method, host, path, cause }: { method: string; host: string; path: string; cause: unknown }) {
    const reason = reasonOf(cause)
    super(`${host} could not be reached${reason === null ? '' : ` (${reason})`}`, { cause })
    this.method = method
    this.path = path
    this.reason = reason
  }
}

/** The network's own word for it, which fetch wraps once or twice. */
function reasonOf(cause: unknown): string | null {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if ('code' in error && typeof error.code === 'string') return error.code
    if (error.name === 'TimeoutError') return 'timeout'
  }
  return null
}
