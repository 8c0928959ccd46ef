import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { FileStore } from '../library/file-store.ts'
import { explainFailure } from '../provider/explain-failure.ts'
import { GrantRefused } from '../provider/failures.ts'
import { type OpenDamDeps, openDam } from '../provider/open-dam.ts'
import type { Stores } from '../state/stores.ts'
import { aborted } from './aborted.ts'
import { backOffMs } from './back-off.ts'
import { type Progress, startImporter } from './importer.ts'
import { lookAt } from './look.ts'
import { lookedThrough } from './looked.ts'
import { refuseRequests } from './refuse-requests.ts'
import { tallySince } from './tally.ts'
import { type WatchDeps, watch } from './watch.ts'
import { fingerprint, type WorkingConnection } from './working-connection.ts'

export type ReplicateDeps = OpenDamDeps & {
  stores: Stores
  files: FileStore
  clock: Clock
  log: Logger
  pollEveryMs: number
  downloadsAtOnce: number
}

/** One connection being followed. */
export type Replication = {
  /** Resolves when it is over: shut out by the DAM, or told to end. */
  over: Promise<void>
  /** Somebody asked for a sync: look at everything now, if that is not being done for them already. */
  call(): void
  progress(): Progress
}

const longestBackOffMs = 30_000

export function replicate(deps: ReplicateDeps, connection: WorkingConnection, stopped: AbortSignal): Replication {
  const { stores, clock, log, files } = deps
  const shutOut = new AbortController()
  const signal = AbortSignal.any([shutOut.signal, stopped])
  const ended = aborted(signal)
  const dam = openDam(deps, connection, connection.grantId)
  let calling = new AbortController()
  let looking: number | null = null

  const importer = startImporter({
    ...stores,
    dam,
    files,
    clock,
    log,
    atOnce: deps.downloadsAtOnce,
    onShutOut: refuseGrant,
    lookAgain: async (id) => {
      const asset = stores.seen.find(id)
      if (asset) await lookAt(watchDeps, asset, signal)
    },
  })
  const watchDeps: WatchDeps = {
    ...stores,
    dam,
    importer,
    clock,
    keyword: connection.keyword,
    looked: lookedThrough(stores.facts, fingerprint(connection)),
    pollEveryMs: deps.pollEveryMs,
    called: () => calling.signal,
    beginLook,
  }

  function refuseGrant(error: Error): void {
    stores.grants.refuse(connection.grantId, error.message)
    stores.activities.add({ at: clock.now(), kind: 'grant-refused', assetId: null, name: null, detail: null })
    shutOut.abort()
  }

  /** Requests made while the look goes on ask for another. */
  function beginLook(): () => void {
    calling = new AbortController()
    const request = stores.requests.open()
    const before = importer.tally()
    looking = request
    return () => {
      if (request !== null) void importer.settled().then(() => answer(request))
    }

    function answer(id: number): void {
      if (signal.aborted) return
      const done = tallySince(importer.tally(), before)
      stores.requests.answer(id, { eligible: stores.seen.count(), ...done, problem: null }, clock.now())
    }
  }

  /** Outages end by themselves; until then it asks less and less often. */
  async function watchOnAndOn(): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      const startedAt = clock.now()
      try {
        await watch(watchDeps, signal)
      } catch (error) {
        if (signal.aborted) return
        if (error instanceof GrantRefused) return refuseGrant(error)
        failures = clock.now() - startedAt > 120_000 ? 1 : failures + 1
        const { sentence } = explainFailure(error)
        log.warn({ err: error, failures }, 'The DAM could not be looked at')
        stores.facts.write('problem', sentence)
        refuseRequests(stores, clock, sentence)
        const waitMs = Math.min(backOffMs(failures), longestBackOffMs)
        await delay(waitMs, undefined, { signal }).catch(() => undefined)
      }
    }
  }

  async function run(): Promise<void> {
    try {
      // what an earlier run has seen and not done; before a full look nothing follows from what is missing
      if (watchDeps.looked.read()) importer.consider(everyId(stores))
      await watchOnAndOn()
      await ended
    } finally {
      shutOut.abort()
      await importer.stop()
    }
  }

  return {
    over: run(),
    call: () => {
      if ((stores.requests.open() ?? 0) > (looking ?? 0)) calling.abort()
    },
    progress: importer.progress,
  }
}

const everyId = ({ seen, held }: Stores): Set<string> =>
  new Set([...seen.all(), ...held.all().map(({ asset }) => asset)].map(({ id }) => id))
