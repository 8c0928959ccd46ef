import { CantoFailure } from '@descant/client'

/** The server's refusal, in its own words where it has some. */
export async function failureOf(response: Response, method: string): Promise<CantoFailure> {
  const body: unknown = await response.json().catch(() => null)
  const { code, message } = (body ?? {}) as { code?: unknown; message?: unknown }
  const { status } = response
  return new CantoFailure({
    status,
    method,
    path: new URL(response.url).pathname,
    code: typeof code === 'number' ? code : null,
    message: typeof message === 'string' && message !== '' ? message : sentenceFor(status),
  })
}

function sentenceFor(status: number): string {
  if (status === 403) return 'You may not do this.'
  if (status === 404) return 'This does not exist, or not for you.'
  if (status === 429) return 'That was too much at once. Wait a moment and try again.'
  if (status === 503) return 'A part of the server is down at the moment. Try again soon.'
  return `The server answered with an error (${status}).`
}
