/** The server understood and said no; `message` is its sentence for a person. */
export class ServerRefusal extends Error {
  readonly status: number
  readonly code: number | null

  constructor(status: number, code: number | null, message: string) {
    super(message)
    this.name = 'ServerRefusal'
    this.status = status
    this.code = code
  }
}

/** Nobody is signed in any more. */
export class SignedOut extends Error {
  constructor() {
    super('You have been signed out. Sign in again to go on.')
    this.name = 'SignedOut'
  }
}

export async function refusalOf(response: Response): Promise<ServerRefusal> {
  const body = await response.json().catch(() => null)
  const { code, message } = (body ?? {}) as { code?: unknown; message?: unknown }
  return new ServerRefusal(
    response.status,
    typeof code === 'number' ? code : null,
    typeof message === 'string' && message !== '' ? message : sentenceFor(response.status),
  )
}

function sentenceFor(status: number): string {
  if (status === 403) return 'You may not do this.'
  if (status === 404) return 'This does not exist, or not for you.'
  if (status === 413) return 'This is too large.'
  if (status === 429) return 'That was too much at once. Wait a moment and try again.'
  if (status === 503) return 'A part of the server is down at the moment. Try again soon.'
  return `The server answered with an error (${status}).`
}
