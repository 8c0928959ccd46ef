import type { IndexSnapshots } from '../ports/index-snapshots.ts'
import type { SearchIndex } from '../ports/search-index.ts'
import { compareIndex } from './compare-index.ts'
import type { IndexComparison, IndexNews } from './index-news.ts'
import { keepSnapshot } from './keep-snapshot.ts'
import { makeStanding } from './make-standing.ts'
import type { SearchMemory } from './search-memory.ts'
import { SearchUnavailable } from './search-unavailable.ts'
import type { SearchedLibrary } from './searched-library.ts'
import { IndexBroken, isOutOfFavour, LogBroken, othersTurn, type Standing, takeChanges } from './take-changes.ts'
import { sharedRun, takingTurns, within } from './turns.ts'

/** One library's index and all that happens to it. */
export type Follower = {
  /** The index, with everything in it that was committed before this was called. */
  index(): Promise<SearchIndex>
  /** Something may have been committed: takes it in before anyone asks. */
  wake(): void
  /** Writes a snapshot, where the last one is not of now. */
  save(): Promise<void>
  /** Index against database, in slices with `pauseMs` between them; whatever differs is put right. */
  compare(pauseMs: number): Promise<IndexComparison>
  /** The same where there is an index, told to nobody but the log. */
  compareAsRegularWork(pauseMs: number): Promise<void>
  memoryBytes(): number
  /** Ends what runs, without a snapshot. */
  close(): Promise<void>
}

export type FollowerDeps = {
  indexes: () => SearchIndex
  /** `null`: none are kept. */
  snapshots: IndexSnapshots | null
  memory: SearchMemory
  tell: (news: IndexNews) => void
  patience: Patience
}

/** How long a search waits, ms: for the first index, and for one that was asked for while there is another. */
export type Patience = { firstMs: number; freshMs: number }

type Making = { made: Promise<void>; since: number; done: number; total: number; index: SearchIndex | null }

type Refusal = { error: SearchUnavailable; until: number; position: number }

const changesAtOnce = 250
/** Whose log breaks again and again is not followed for ever. */
const mostMade = 3
/** An index that was asked for and could not be made is tried again, while the old one answers. */
const tryAgainAfterMs = 300_000

export function followLibrary(
  library: SearchedLibrary,
  { indexes, snapshots, memory, tell, patience }: FollowerDeps,
): Follower {
  const { changes } = library.read
  let current: Standing | null = null
  let making: Making | null = null
  /** Why there is none, for as long as another try is not worth it. */
  let refused: Refusal | null = null
  let whyNone = 'there is none yet'
  let mayRestore = true
  let tryAgainAt = 0
  let lastSeen = 0
  let closed = false
  const underWay = new Set<Promise<unknown>>()
  const inTurn = takingTurns()
  const snapshot = keepSnapshot(library, {
    ...{ snapshots, tell, atRest: inTurn },
    standing: () => (making === null ? current : null),
  })

  const newest = sharedRun(async () => {
    const before = current
    const last = await changes.lastSeq()
    lastSeen = last
    // another database has come under its name
    if (before !== null && before === current && last < before.position) {
      current = null
      whyNone = 'the database is another one'
    }
    return last
  })

  async function index(): Promise<SearchIndex> {
    const standing = await reach(await newest())
    const awaited = making
    if (awaited === null || !isOutOfFavour(standing)) return standing.index
    // who searches right after asking for a new index gets it, if it comes soon; the old one answers after that
    const leftMs = patience.freshMs - (performance.now() - awaited.since)
    if (leftMs > 0) await within(awaited.made, leftMs, notReady).catch(() => {})
    return (current ?? standing).index
  }

  /** Whoever waits for a change takes in the next ones, with all others who wait, until its own is among them. */
  async function reach(target: number, firstMs = patience.firstMs): Promise<Standing> {
    for (let made = 0; made < mostMade; ) {
      if (current === null) made++
      const standing = current ?? (await firstMade(firstMs))
      if (standing.position >= target) return standing
      await step()
    }
    throw new SearchUnavailable('The change log can not be followed', 30)
  }

  async function firstMade(firstMs: number): Promise<Standing> {
    for (;;) {
      if (closed) throw closing()
      const refusal = refused
      if (refusal !== null && !(await isWorthAnotherTry(refusal))) throw refusal.error
      const { made } = making ?? make(whyNone)
      await within(made, firstMs, notReady)
      if (current !== null) return current
    }
  }

  /** Time has passed, or somebody asked for a new index after it was refused. */
  async function isWorthAnotherTry(refusal: Refusal): Promise<boolean> {
    if (performance.now() >= refusal.until) return true
    const since = await changes.after(refusal.position, changesAtOnce)
    refusal.position = since.at(-1)?.seq ?? refusal.position
    if (since.some(({ event }) => event === 'index.asked')) refusal.until = 0
    return refusal.until === 0
  }

  let stepping: Promise<void> | null = null
  function step(): Promise<void> {
    stepping ??= inTurn(takeNext).finally(() => {
      stepping = null
    })
    return stepping
  }

  async function takeNext(): Promise<void> {
    const standing = current
    if (standing === null) return
    if (closed) throw closing()
    try {
      await takeChanges(library, standing, changesAtOnce)
      memory.check()
    } catch (error) {
      if (error instanceof LogBroken) {
        current = null
        whyNone = 'the change log does not go on where it stood'
        return
      }
      const { cause, refusal } = whatItIs(error)
      // nothing is known of an index that failed half way
      if (refusal !== null || error instanceof IndexBroken) current = null
      whyNone = 'the last one failed'
      if (refusal !== null) refuse(refusal)
      throw refusal ?? cause
    }
    lookAfter(standing)
    await othersTurn()
  }

  /** An index that has got new things may be due for something. */
  function lookAfter(standing: Standing): void {
    if (isOutOfFavour(standing)) {
      // the old one answers meanwhile, unless there is no room for both
      if (!memory.hasRoomFor(standing.index.memoryBytes())) current = null
      if (making === null && performance.now() >= tryAgainAt) make('somebody asked for a new one')
      return
    }
    if (standing.doubtedBy > comparedFor && !comparing) keep(compareAndTell(standing.doubtedBy))
    if (snapshot.isDue(standing)) keep(snapshot.write())
  }

  function make(reason: string): Making {
    const since = performance.now()
    const begun: Making = { made: work(), since, done: 0, total: 0, index: null }
    making = begun
    keep(begun.made)
    return begun

    async function work(): Promise<void> {
      try {
        const usable = mayRestore ? snapshots : null
        mayRestore = false
        const { standing, from } = await makeStanding(library, {
          ...{ indexes, tell, snapshots: usable },
          holding: (held) => {
            begun.index = held
          },
          check: () => {
            if (closed) throw closing()
            memory.check()
          },
          onProgress: (done, total) => {
            Object.assign(begun, { done, total })
            tell({ event: 'making', reason, done, total })
          },
        })
        if (from === 'snapshot') snapshot.note(standing.madeAt, since)
        current = standing
        refused = null
        const { index, position, madeAt } = standing
        const ms = Math.round(performance.now() - since)
        const [documents, bytes] = [index.size(), index.memoryBytes()]
        tell({ event: 'made', from, documents, bytes, ms, position, madeAt })
      } catch (error) {
        const { cause, refusal } = whatItIs(error)
        if (refusal !== null) refuse(refusal)
        else if (!closed) tell({ event: 'failed', reason: String(cause) })
        tryAgainAt = performance.now() + tryAgainAfterMs
        throw refusal ?? cause
      } finally {
        making = null
      }
      if (current !== null) lookAfter(current)
    }
  }

  function whatItIs(error: unknown): { cause: unknown; refusal: SearchUnavailable | null } {
    const cause = error instanceof IndexBroken ? error.cause : error
    return { cause, refusal: memory.refusalOf(cause) }
  }

  /** An old index that fits goes on answering where there is no room for a new one beside it. */
  function refuse(error: SearchUnavailable): void {
    const position = current?.position ?? lastSeen
    if (current === null) refused = { error, until: performance.now() + error.retryAfterSeconds * 1000, position }
    tell({ event: 'refused', reason: error.message, position })
  }

  function notReady(): SearchUnavailable {
    const { done, total, since } = making ?? { done: 0, total: 0, since: 0 }
    const leftMs = done > 0 ? ((performance.now() - since) / done) * (total - done) : 5_000
    const seconds = Math.min(60, Math.max(1, Math.ceil(leftMs / 1000)))
    const far = total > 0 ? `: ${done} of ${total} assets are in it` : ''
    return new SearchUnavailable(`The search index is being made${far}. Try again in ${seconds} s`, seconds)
  }

  async function compare(pauseMs: number): Promise<IndexComparison> {
    const comparison = await compareIndex(library, {
      index: async () => (await reach(await newest(), Number.POSITIVE_INFINITY)).index,
      atRest: (work) => inTurn(async () => (current === null ? [] : await work(current))),
      pause: () => {
        if (closed) throw closing()
        return pauseMs === 0 ? othersTurn() : new Promise((resume) => setTimeout(resume, pauseMs))
      },
    })
    // the last snapshot is of the index as it was
    if (comparison.missing + comparison.surplus + comparison.differing > 0) snapshot.distrust()
    return comparison
  }

  async function compareAsRegularWork(pauseMs: number): Promise<void> {
    if (current === null || comparing) return
    const comparison = compare(pauseMs).then((found) => tell({ event: 'compared', askedBy: null, ...found }))
    keep(comparison)
    await comparison.catch(() => {})
  }

  let comparing = false
  /** The last change that asked for a comparison and got it. */
  let comparedFor = 0
  async function compareAndTell(askedBy: number): Promise<void> {
    comparing = true
    try {
      tell({ event: 'compared', askedBy, ...(await compare(0)) })
      comparedFor = askedBy
    } finally {
      comparing = false
    }
  }

  /** Runs beside what is asked; whoever asks next meets a failure again, and is told. */
  function keep(work: Promise<unknown>): void {
    const ended = work
      .catch((error: unknown) => {
        if (!closed && !(error instanceof SearchUnavailable)) tell({ event: 'failed', reason: String(error) })
      })
      .finally(() => underWay.delete(ended))
    underWay.add(ended)
  }

  return {
    index,
    wake: () => keep(newest().then((target) => reach(target))),
    save: () => snapshot.write(),
    compare,
    compareAsRegularWork,
    memoryBytes: () => (current?.index.memoryBytes() ?? 0) + (making?.index?.memoryBytes() ?? 0),
    async close() {
      closed = true
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

const closing = () => new SearchUnavailable('The server is stopping', 5)
