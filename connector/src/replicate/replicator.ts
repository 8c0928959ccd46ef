import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import { partName } from '../library/file-keys.ts'
import type { FileStore } from '../library/file-store.ts'
import type { Connection } from '../provider/connection.ts'
import { explainFailure } from '../provider/explain-failure.ts'
import { GrantRefused } from '../provider/failures.ts'
import { type OpenDamDeps, openDam } from '../provider/open-dam.ts'
import type { Stores } from '../state/stores.ts'
import { backOffMs } from './back-off.ts'
import { type Importer, type Progress, startImporter } from './importer.ts'
import { lookAt } from './look.ts'
import { lookedThrough } from './looked.ts'
import { tallySince } from './tally.ts'
import { watch } from './watch.ts'

export type ReplicatorDeps = OpenDamDeps & {
  stores: Stores
  files: FileStore
  clock: Clock
  log: Logger
  pollEveryMs: number
  downloadsAtOnce: number
}

/** Keeps "DAM Import" as the active connection says it should be, until it is closed. */
export type Replicator = {
  /** Something in the settings may have changed, or somebody asked for a sync. */
  notice(): void
  progress(): Progress
  close(): Promise<void>
}

const keptAfterRemovalMs = 30 * 86_400_000
const longestWatchBackOffMs = 30_000
const noticeEveryMs = 250

export function startReplicator(deps: ReplicatorDeps): Replicator {
  const { stores, files, clock, log } = deps
  const closing = new AbortController()
  let importer: Importer | null = null
  let bell = Promise.withResolvers<void>()
  let outside = stores.state.outsideVersion()

  const notice = () => {
    bell.resolve()
    bell = Promise.withResolvers()
  }
  // other processes write the same state: a command takes effect at once
  const listening = setInterval(() => {
    const now = stores.state.outsideVersion()
    if (now !== outside) notice()
    outside = now
  }, noticeEveryMs)

  const running = run().catch((error: unknown) => {
    if (!closing.signal.aborted) log.fatal({ err: error }, 'Replication ended')
  })

  async function run(): Promise<void> {
    const lock = await waitForTurn(deps, closing.signal)
    try {
      await tidy()
      const closed = aborted(closing.signal)
      while (!closing.signal.aborted) {
        const connection = workingConnection(stores)
        if (connection) await replicate(connection)
        else {
          refuseRequests(stores, clock)
          await Promise.race([bell.promise, closed])
        }
      }
    } finally {
      lock.release()
    }
  }

  /** Until the connection changes, is shut out, or everything is closed. */
  async function replicate(connection: Connection & { grantId: string }): Promise<void> {
    const ending = new AbortController()
    const signal = AbortSignal.any([ending.signal, closing.signal])
    const looked = lookedThrough(stores.facts, fingerprint(connection))
    const dam = openDam(deps, connection, connection.grantId)
    let calling = new AbortController()

    const own = startImporter({
      ...stores,
      dam,
      files,
      clock,
      log,
      atOnce: deps.downloadsAtOnce,
      onShutOut: (error) => shutOut(error),
      lookAgain: async (id) => {
        const asset = stores.seen.find(id)
        if (asset) await lookAt(lookDeps, asset, signal)
      },
    })
    importer = own
    const lookDeps = { ...stores, dam, importer: own, keyword: connection.keyword }
    const ended = aborted(signal)
    let looking: number | null = null

    function shutOut(error: Error): void {
      stores.grants.refuse(connection.grantId, error.message)
      stores.activities.add({ at: clock.now(), kind: 'grant-refused', assetId: null, name: null, detail: null })
      ending.abort()
    }

    /** Requests made while the look goes on ask for another. */
    function beginLook(): () => Promise<void> {
      calling = new AbortController()
      looking = stores.requests.open()
      const before = own.tally()
      return async () => {
        const request = looking
        if (request === null) return
        await Promise.race([own.settled(), ended])
        const done = tallySince(own.tally(), before)
        stores.requests.answer(request, { eligible: stores.seen.count(), ...done, problem: null }, clock.now())
        looking = null
      }
    }

    async function listenForChanges(): Promise<void> {
      while (!signal.aborted) {
        const current = workingConnection(stores)
        if (!current || fingerprint(current) !== fingerprint(connection)) return ending.abort()
        if ((stores.requests.open() ?? 0) > (looking ?? 0)) calling.abort()
        await Promise.race([bell.promise, ended])
      }
    }

    async function watchOnAndOn(): Promise<void> {
      for (let failures = 0; !signal.aborted; ) {
        const startedAt = clock.now()
        try {
          const { pollEveryMs } = deps
          const watchDeps = { ...lookDeps, clock, looked, pollEveryMs, called: () => calling.signal, beginLook }
          await watch(watchDeps, signal)
        } catch (error) {
          if (signal.aborted) return
          if (error instanceof GrantRefused) return shutOut(error)
          failures = clock.now() - startedAt > 120_000 ? 1 : failures + 1
          const { sentence } = explainFailure(error)
          stores.facts.write('problem', sentence)
          log.warn({ err: error, failures }, 'The DAM could not be looked at')
          refuseRequests(stores, clock, sentence)
          const waitMs = Math.min(backOffMs(failures), longestWatchBackOffMs)
          await delay(waitMs, undefined, { signal }).catch(() => undefined)
        }
      }
    }

    // what an earlier run has seen and not done
    if (looked.read())
      own.consider([...idsOf(stores.seen.all()), ...idsOf(stores.held.all().map(({ asset }) => asset))])
    const tidying = setInterval(() => void tidyRemoved().catch((err: unknown) => log.error({ err })), 3_600_000)
    try {
      await Promise.all([listenForChanges(), watchOnAndOn()])
    } finally {
      clearInterval(tidying)
      ending.abort()
      await own.stop()
      importer = null
      if (!closing.signal.aborted) refuseRequests(stores, clock)
    }
  }

  /** What a kill left behind goes, and so does what left "DAM Import" long ago. */
  async function tidy(): Promise<void> {
    await tidyRemoved()
    const parts = stores.seen.all().map(partName)
    const swept = await files.sweep(stores.held.filesInUse(), new Set(parts))
    if (swept > 0) log.info({ swept }, 'Swept leftovers of an earlier run')
  }

  async function tidyRemoved(): Promise<void> {
    for (const file of stores.held.purgeRemovedBefore(clock.now() - keptAfterRemovalMs)) await files.remove(file)
  }

  return {
    notice,
    progress: () => importer?.progress() ?? { running: [], waiting: 0 },
    async close() {
      clearInterval(listening)
      closing.abort()
      await running
    },
  }
}

/** The one replication may run on: saved, granted, and activated for the account. */
export function workingConnection({
  account,
  connections,
  grants,
}: Pick<Stores, 'account' | 'connections' | 'grants'>): (Connection & { grantId: string }) | null {
  const connection = connections.find('active')
  if (!connection?.grantId || !account.read().damSettings) return null
  const grant = grants.find(connection.grantId)
  return grant && !grant.refused ? { ...connection, grantId: connection.grantId } : null
}

const fingerprint = ({ domain, appId, appSecret, keyword, grantId }: Connection): string =>
  createHash('sha256')
    .update(JSON.stringify([domain, appId, appSecret, keyword, grantId]))
    .digest('base64url')

const idsOf = (assets: { id: string }[]): string[] => assets.map(({ id }) => id)

/** Those who asked for a sync hear why there is none. */
function refuseRequests({ requests, seen }: Stores, clock: Clock, problem = 'The connector is not connected.'): void {
  const request = requests.open()
  if (request === null) return
  const nothing = { imported: 0, newVersions: 0, renamed: 0, updated: 0, restored: 0, removed: 0, failed: 0 }
  requests.answer(request, { eligible: seen.count(), ...nothing, problem }, clock.now())
}

async function waitForTurn({ stores }: ReplicatorDeps, signal: AbortSignal): Promise<{ release(): void }> {
  for (;;) {
    const lock = stores.holdLock('replicating')
    if (lock) return lock
    await delay(noticeEveryMs, undefined, { signal })
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
