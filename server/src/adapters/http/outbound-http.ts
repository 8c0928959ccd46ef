import { AddressRefused, guardedAgent } from '@descant/network'
import { type Dispatcher, errors, request } from 'undici'
import { NoAnswer, type OutboundHttp } from '../../domain/ports/outbound-http.ts'

export type OutboundHttpOptions = {
  allowPrivateNetwork: boolean
  /** For the whole exchange. */
  timeoutMs?: number
  /** Of an answer's body; the rest is not read. */
  mostAnswerBytes?: number
}

/** Requests to addresses that people named, each checked where it leads. */
export function outboundHttp({
  allowPrivateNetwork,
  timeoutMs = 10_000,
  mostAnswerBytes = 2048,
}: OutboundHttpOptions): OutboundHttp {
  const limits = { connectTimeoutMs: timeoutMs, answerTimeoutMs: timeoutMs, connections: 8 }
  const agent = guardedAgent({ allowPrivateNetwork, ...limits })

  return {
    async post({ url, headers, body }, stopped) {
      // a plain signal: what `AbortSignal.any` combines may be collected as garbage before it fires
      const over = new AbortController()
      const stop = () => over.abort(stopped.reason)
      const timer = setTimeout(() => over.abort(new NoAnswer(`No answer within ${timeoutMs / 1000} s`)), timeoutMs)
      stopped.addEventListener('abort', stop)
      if (stopped.aborted) stop()
      try {
        const options = { method: 'POST', headers, body, signal: over.signal, dispatcher: agent } as const
        const answer = await request(url, options)
        return { status: answer.statusCode, text: await beginningOf(answer.body, mostAnswerBytes) }
      } catch (error) {
        if (stopped.aborted) throw error
        throw noAnswer(over.signal.aborted ? over.signal.reason : error)
      } finally {
        clearTimeout(timer)
        stopped.removeEventListener('abort', stop)
      }
    },

    close: () => agent.destroy(),
  }
}

/** Reads no more than is wanted; ending the loop early ends the connection. */
async function beginningOf(body: Dispatcher.ResponseData['body'], mostBytes: number): Promise<string> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of body as AsyncIterable<Buffer>) {
    pieces.push(piece.subarray(0, mostBytes - length))
    length += piece.length
    if (length >= mostBytes) break
  }
  return new TextDecoder().decode(Buffer.concat(pieces))
}

const sentences: Record<string, string> = {
  ECONNREFUSED: 'Nobody listens at this address',
  ECONNRESET: 'The connection was cut',
  ENOTFOUND: 'There is no host of this name',
  EAI_AGAIN: 'The name of the host could not be looked up',
  EHOSTUNREACH: 'The host can’t be reached',
  ENETUNREACH: 'The host can’t be reached',
}

function noAnswer(error: unknown): NoAnswer {
  if (error instanceof NoAnswer) return error
  if (error instanceof AddressRefused) return new NoAnswer(error.message, { cause: error })
  if (error instanceof errors.ConnectTimeoutError) return new NoAnswer('Nobody took the connection', { cause: error })
  const { code = '', message = String(error) } = error as { code?: string; message?: string }
  return new NoAnswer(sentences[code] ?? `The connection failed: ${code || message}`, { cause: error })
}
