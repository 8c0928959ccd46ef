import { setTimeout as delay } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { isoTime } from '../clock.ts'
import type { Stores } from '../state/stores.ts'
import { type LookDeps, lookAtEach, lookAtEverything } from './look.ts'
import type { Looked } from './looked.ts'

export type WatchDeps = LookDeps &
  Pick<Stores, 'facts'> & {
    clock: Clock
    looked: Looked
    pollEveryMs: number
    /** Aborted as long as somebody wants everything looked at now. */
    called: () => AbortSignal
    /** Said before everything is looked at; what it returns, after: it answers those who had asked by then. */
    beginLook: () => () => void
  }

const waitSeconds = 30
const fullLookEveryMs = 6 * 3_600_000
/** With more changes than this at once, one search is cheaper than asking for each. */
const mostAskedSingly = 200

/** Sees what happens in the DAM, for as long as it goes well. What it has seen is remembered, so it may end anywhere. */
export async function watch(deps: WatchDeps, signal: AbortSignal): Promise<never> {
  const { looked, clock } = deps
  let position = looked.read()
  let lastFullLook = position ? clock.now() : 0
  for (;;) {
    const call = deps.called()
    if (position === null || call.aborted || clock.now() - lastFullLook > fullLookEveryMs) {
      const endLook = deps.beginLook()
      position = { cursor: await endOfFeed(deps, position?.cursor ?? null, signal) }
      await lookAtEverything(deps, { hasFeed: position.cursor !== null, signal })
      remember(deps, position)
      lastFullLook = clock.now()
      endLook()
    } else if (position.cursor === null) {
      await delay(deps.pollEveryMs, undefined, { signal: AbortSignal.any([signal, call]) }).catch(unlessAborted(signal))
      position = null
    } else {
      position = await followFeed(deps, position.cursor, { signal, call })
    }
  }
}

/** One question to the change feed. Answers where it stands then; `null`: everything has to be looked at. */
async function followFeed(
  deps: WatchDeps,
  cursor: string,
  { signal, call }: { signal: AbortSignal; call: AbortSignal },
): Promise<{ cursor: string } | null> {
  const changes = await deps.dam
    .changes(cursor, { waitSeconds, signal: AbortSignal.any([signal, call]) })
    .catch(unlessAborted(signal))
  if (changes === undefined) return { cursor }
  if (changes.feed !== 'read') return null

  const changed = new Map(changes.assets.map((asset) => [asset.id, asset]))
  // what is gone and was never ours needs no question
  const named = [...changed.values()].filter(({ id, isDeleted }) => !isDeleted || deps.seen.find(id) !== null)
  if (named.length > mostAskedSingly) await lookAtEverything(deps, { hasFeed: true, signal })
  else await lookAtEach(deps, named, signal)
  remember(deps, { cursor: changes.cursor })
  return { cursor: changes.cursor }
}

/** Where the feed stands now, so that nothing falls between it and the look that follows. `null`: there is none. */
async function endOfFeed(deps: WatchDeps, from: string | null, signal: AbortSignal): Promise<string | null> {
  for (let cursor = from; ; ) {
    const changes = await deps.dam.changes(cursor, { waitSeconds: 0, signal })
    if (changes.feed === 'unknown') return null
    if (changes.feed === 'too-old') {
      cursor = null
      continue
    }
    if (!changes.more) return changes.cursor
    cursor = changes.cursor
  }
}

function remember({ looked, facts, clock }: WatchDeps, position: { cursor: string | null }): void {
  looked.write(position)
  facts.write('last-sync', isoTime(clock.now()))
  facts.write('problem', null)
}

/** Being called is no failure; being stopped is. */
const unlessAborted =
  (signal: AbortSignal) =>
  (error: unknown): undefined => {
    if (signal.aborted || (error as Error).name !== 'AbortError') throw error
  }
