import { type Agent, fetch } from 'undici'

/** Connections to the world, every one checked where it leads. */
export type Agents = {
  /** For answers that are read whole: an endless one ends the request. */
  answers: Agent
  /** For files, which have no bound but their own size. */
  files: Agent
  close(): Promise<void>
}

const mostRefusalBytes = 64 * 1024

/** `fetch` over those connections. The API's own paths answer with JSON; everything else may be a file. */
export function guardedFetch({ answers, files }: Agents): typeof globalThis.fetch {
  const send = async (input: string | URL, init?: RequestInit): Promise<Response> => {
    const isAnswer = /^\/(api|oauth)\//.test(new URL(input).pathname)
    const options = { ...init, dispatcher: isAnswer ? answers : files } as Parameters<typeof fetch>[1]
    const response = (await fetch(input, options)) as unknown as Response
    return isAnswer || response.ok ? response : cutShort(response)
  }
  return send as typeof globalThis.fetch
}

/** What a server says instead of a file is read whole, so it must not be endless. */
function cutShort(response: Response): Response {
  let left = mostRefusalBytes
  const shorten = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, left))
      left -= chunk.length
      if (left <= 0) controller.terminate()
    },
  })
  const { status, statusText, headers, body } = response
  return new Response(body?.pipeThrough(shorten) ?? null, { status, statusText, headers })
}
