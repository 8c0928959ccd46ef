import { Unavailable } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import { type MediaTools, OverLimit, ToolEnded, UnsoundFile } from '../ports/media-tools.ts'

/** What it takes is more than is allowed at the moment, or what worked on it ended over it. */
export class DrawingFailed extends Unavailable {
  override readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number, options?: ErrorOptions) {
    super(
      'This can’t be drawn here at the moment: it takes more time or memory than there is. Try again later.',
      options,
    )
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/**
 * Runs `draw` unless the same (`what`) failed a short while ago: who asks again is told the same, and costs nothing.
 * Rejects with `DrawingFailed`, or with `UnsoundFile` where the file is to blame.
 */
export type DrawingAttempts = <T>(what: string, draw: () => Promise<T>) => Promise<T>

type Failure = { until: number; cause: unknown }

const rememberedMs = 300_000
const most = 10_000
const opened = new WeakMap<MediaTools, DrawingAttempts>()

/** One for the same tools, wherever they are used. */
export function drawingAttempts({ media, clock }: { media: MediaTools; clock: Clock }): DrawingAttempts {
  const known = opened.get(media)
  if (known) return known
  const attempts = rememberingFailures(clock)
  opened.set(media, attempts)
  return attempts
}

function rememberingFailures(clock: Clock): DrawingAttempts {
  /** The one that failed last comes last. */
  const failed = new Map<string, Failure>()

  function remember(what: string, cause: unknown): Failure {
    const failure = { until: clock.now() + rememberedMs, cause }
    failed.delete(what)
    failed.set(what, failure)
    for (const oldest of failed.keys()) {
      if (failed.size <= most) break
      failed.delete(oldest)
    }
    return failure
  }

  function refuse({ until, cause }: Failure): never {
    if (cause instanceof UnsoundFile) throw cause
    throw new DrawingFailed(Math.max(1, Math.ceil((until - clock.now()) / 1000)), { cause })
  }

  return async (what, draw) => {
    const before = failed.get(what)
    if (before && clock.now() < before.until) refuse(before)
    try {
      return await draw()
    } catch (error) {
      const isTheirs = error instanceof OverLimit || error instanceof ToolEnded || error instanceof UnsoundFile
      if (!isTheirs) throw error
      return refuse(remember(what, error))
    }
  }
}
