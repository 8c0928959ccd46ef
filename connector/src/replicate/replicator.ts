import { setTimeout as delay } from 'node:timers/promises'
import { aborted } from './aborted.ts'
import type { Progress } from './importer.ts'
import { refuseRequests } from './refuse-requests.ts'
import { type ReplicateDeps, type Replication, replicate } from './replicate-connection.ts'
import { purgeRemoved, sweepLeftovers } from './tidy.ts'
import { fingerprint, type WorkingConnection, workingConnection } from './working-connection.ts'

/** Keeps "DAM Import" as the active connection says it should be, until it is closed. */
export type Replicator = {
  /** Something in the settings may have changed, or somebody asked for a sync. */
  notice(): void
  progress(): Progress
  close(): Promise<void>
}

const noticeEveryMs = 250
const afterFailureMs = 5000
const purgeEveryMs = 3_600_000

export function startReplicator(deps: ReplicateDeps): Replicator {
  const { stores, clock, log } = deps
  const closing = new AbortController()
  const closed = aborted(closing.signal)
  let current: Replication | null = null
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
  const purging = setInterval(() => {
    purgeRemoved(deps).catch((err: unknown) => log.error({ err }, 'What was removed could not be deleted'))
  }, purgeEveryMs)

  /** One process replicates; the others wait for it to end. */
  async function run(): Promise<void> {
    const lock = await waitForTurn(deps, closing.signal)
    try {
      const swept = await sweepLeftovers(deps)
      if (swept > 0) log.info({ swept }, 'Swept leftovers of an earlier run')
      await purgeRemoved(deps)
      while (!closing.signal.aborted) {
        const connection = workingConnection(stores)
        if (connection) await follow(connection)
        else {
          refuseRequests(stores, clock)
          await Promise.race([bell.promise, closed])
        }
      }
    } finally {
      lock.release()
    }
  }

  /** Until the settings say otherwise. */
  async function follow(connection: WorkingConnection): Promise<void> {
    const ending = new AbortController()
    const replication = replicate(deps, connection, AbortSignal.any([ending.signal, closing.signal]))
    current = replication
    let isOver = false
    const over = replication.over.finally(() => {
      isOver = true
    })
    try {
      while (!isOver) {
        const wanted = workingConnection(stores)
        if (!wanted || fingerprint(wanted) !== fingerprint(connection)) break
        replication.call()
        await Promise.race([bell.promise, over])
      }
    } finally {
      ending.abort()
      current = null
      await over
    }
  }

  /** A full disk, say: it is tried again rather than given up. */
  async function runOnAndOn(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await run()
      } catch (error) {
        if (closing.signal.aborted) return
        log.error({ err: error }, 'Replication failed and starts anew')
        await delay(afterFailureMs, undefined, { signal: closing.signal }).catch(() => undefined)
      }
    }
  }

  const running = runOnAndOn()
  return {
    notice,
    progress: () => current?.progress() ?? { running: [], waiting: 0 },
    async close() {
      clearInterval(listening)
      clearInterval(purging)
      closing.abort()
      await running
    },
  }
}

async function waitForTurn({ stores }: ReplicateDeps, signal: AbortSignal): Promise<{ release(): void }> {
  for (;;) {
    const lock = stores.holdLock('replicating')
    if (lock) return lock
    await delay(noticeEveryMs, undefined, { signal })
  }
}
