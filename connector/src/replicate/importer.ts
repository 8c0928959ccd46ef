import { AddressRefused } from '@descant/network'
import type { Logger } from 'pino'
import { explainFailure } from '../provider/explain-failure.ts'
import { GrantRefused, OriginalDiffers, OriginalGone } from '../provider/failures.ts'
import { heldFileOf } from '../state/held-files.ts'
import type { Stores } from '../state/stores.ts'
import { backOffMs } from './back-off.ts'
import { type PerformDeps, perform } from './perform.ts'
import { type Action, planFile } from './plan.ts'
import { emptyTally, type Tally } from './tally.ts'

export type ImporterDeps = PerformDeps &
  Pick<Stores, 'troubles'> & {
    atOnce: number
    log: Logger
    /** Asks the DAM about one file again: what it said before does not hold. */
    lookAgain: (assetId: string) => Promise<void>
    /** The DAM lets us in no more; nothing else can be done here. */
    onShutOut: (error: Error) => void
  }

export type Transfer = { assetId: string; name: string; size: number; received: number }
export type Progress = { running: Transfer[]; waiting: number }

/** Does what is planned, several files at once, each by itself: one that fails waits and holds nobody up. */
export type Importer = {
  /** Plans these files anew, soon; `because` is said of those that have to leave. */
  consider(assetIds: Iterable<string>, because?: string): void
  /** Resolves when nothing is left to do but files that wait for another try. */
  settled(): Promise<void>
  progress(): Progress
  tally(): Tally
  stop(): Promise<void>
}

const unrecordedMs = 10_000
const noLongerEligible = 'It is not among the files to import any more.'

export function startImporter(deps: ImporterDeps): Importer {
  const { seen, held, troubles, activities, clock, log, atOnce } = deps
  const stopping = new AbortController()
  const waiting = new Set<string>()
  const running = new Map<string, Transfer>()
  const works = new Map<string, Promise<void>>()
  const again = new Map<string, NodeJS.Timeout>()
  const reasons = new Map<string, string>()
  const tally = emptyTally()
  let quiet = Promise.withResolvers<void>()
  quiet.resolve()
  let isQuiet = true

  function consider(assetIds: Iterable<string>, because?: string): void {
    for (const assetId of assetIds) {
      if (because) reasons.set(assetId, because)
      const waitMs = (troubles.find(assetId)?.nextTryAt ?? 0) - clock.now()
      if (waitMs > 0) tryAgainIn(assetId, waitMs)
      else waiting.add(assetId)
    }
    next()
  }

  function next(): void {
    for (const assetId of waiting) {
      if (works.size >= atOnce || stopping.signal.aborted) break
      if (works.has(assetId)) continue
      waiting.delete(assetId)
      works.set(assetId, work(assetId))
    }
    const isBusy = works.size > 0 || (waiting.size > 0 && !stopping.signal.aborted)
    if (isBusy && isQuiet) quiet = Promise.withResolvers()
    if (!isBusy && !isQuiet) quiet.resolve()
    isQuiet = !isBusy
  }

  async function work(assetId: string): Promise<void> {
    try {
      await bringUpToDate(assetId)
    } catch (error) {
      if (!stopping.signal.aborted) await failed(assetId, error).catch((worse: unknown) => unsaid(assetId, worse))
    } finally {
      works.delete(assetId)
      running.delete(assetId)
      next()
    }
  }

  async function bringUpToDate(assetId: string): Promise<void> {
    for (;;) {
      const file = held.find(assetId)
      const action = planFile(seen.find(assetId), file && heldFileOf(file))
      if (action === null) break
      const done = await perform(deps, action, {
        signal: stopping.signal,
        onProgress: follow(action),
        because: reasons.get(assetId) ?? noLongerEligible,
      })
      running.delete(assetId)
      count(tally, done)
      if (done === 'later') return tryAgainIn(assetId, backOffMs(file?.thumbnailAttempts ?? 1) * 2)
    }
    reasons.delete(assetId)
    troubles.clear(assetId)
  }

  /** What the page shows while bytes come. */
  function follow({ does, asset }: Action): (received: number) => void {
    if (does !== 'fetch' && does !== 'fetch-version') return () => {}
    const transfer: Transfer = { assetId: asset.id, name: asset.name, size: asset.size, received: 0 }
    running.set(asset.id, transfer)
    return (received) => {
      transfer.received = received
    }
  }

  async function failed(assetId: string, error: unknown): Promise<void> {
    if (error instanceof GrantRefused) return deps.onShutOut(error)
    const before = troubles.find(assetId)
    const asset = seen.find(assetId) ?? held.find(assetId)?.asset
    const attempts = (before?.attempts ?? 0) + 1
    const waitMs = backOffMs(attempts)
    const reason = reasonOf(error)
    const now = clock.now()
    const name = asset?.name ?? assetId
    troubles.put({ assetId, name, reason, attempts, since: before?.since ?? now, nextTryAt: now + waitMs })
    if (before?.reason !== reason) activities.add({ at: now, kind: 'failed', assetId, name, detail: reason })
    tally.failed++
    log.warn({ assetId, attempts, err: error }, 'A file could not be brought in')
    tryAgainIn(assetId, waitMs)
    if (error instanceof OriginalDiffers || error instanceof OriginalGone) {
      await deps.lookAgain(assetId).catch((cause: unknown) => log.debug({ assetId, err: cause }, 'Not to be asked now'))
    }
  }

  /** Not even the failure could be written down: the disk is full, say. */
  function unsaid(assetId: string, error: unknown): void {
    log.error({ assetId, err: error }, 'A failure could not be recorded')
    tryAgainIn(assetId, unrecordedMs)
  }

  function tryAgainIn(assetId: string, ms: number): void {
    clearTimeout(again.get(assetId))
    if (stopping.signal.aborted) return
    const timer = setTimeout(() => {
      again.delete(assetId)
      waiting.add(assetId)
      next()
    }, ms)
    again.set(assetId, timer.unref())
  }

  return {
    consider,
    settled: () => quiet.promise,
    progress: () => ({ running: [...running.values()].map((transfer) => ({ ...transfer })), waiting: waiting.size }),
    tally: () => ({ ...tally }),
    async stop() {
      stopping.abort()
      for (const timer of again.values()) clearTimeout(timer)
      await Promise.allSettled(works.values())
    },
  }
}

const reasonOf = (error: unknown): string => {
  if (error instanceof AddressRefused) return `${error.message}.`
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') return 'The disk of the connector is full.'
  return explainFailure(error).sentence
}

function count(tally: Tally, done: string): void {
  if (done === 'imported') tally.imported++
  if (done === 'new-version') tally.newVersions++
  if (done === 'renamed') tally.renamed++
  if (done === 'updated') tally.updated++
  if (done === 'restored') tally.restored++
  if (done === 'removed') tally.removed++
}
