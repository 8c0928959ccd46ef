import type { FastifyReply } from 'fastify'
import type { App } from '../http/app.ts'

/** How long an answer may wait: until its time is over, the client has gone away, or the server closes. */
export type Waiting = { until: AbortSignal } & Disposable

/**
 * Made once; an answer that waits would keep the server from closing, so it knows of all of them. Signals are plain
 * ones: what `AbortSignal.any` combines may be collected as garbage before it fires.
 */
export function waitingOn(app: App): (seconds: number, reply: FastifyReply) => Waiting {
  const ends = new Set<() => void>()
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
    for (const end of ends) end()
  })

  return (seconds, { raw: response }) => {
    const over = new AbortController()
    const end = () => over.abort()
    ends.add(end)
    response.once('close', end)
    const timer = setTimeout(end, seconds * 1000)
    if (seconds === 0 || closing || response.closed) end()
    return {
      until: over.signal,
      [Symbol.dispose]() {
        clearTimeout(timer)
        response.off('close', end)
        ends.delete(end)
      },
    }
  }
}
