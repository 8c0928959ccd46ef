import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Command } from 'commander'
import { startLog } from '../app/start-log.ts'
import { systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { openFileStore } from '../library/file-store.ts'
import { openAgents, openDam } from '../provider/open-dam.ts'
import { previewPlan } from '../replicate/preview-plan.ts'
import { startReplicator } from '../replicate/replicator.ts'
import { workingConnection } from '../replicate/working-connection.ts'
import type { Stores } from '../state/stores.ts'
import type { SyncSummary } from '../state/sync-requests.ts'
import { answer, CommandFailed } from './answer.ts'
import { withStores } from './with-stores.ts'

export const sync = new Command('sync')
  .description('look at the DAM now and bring “DAM Import” up to date')
  .option('--dry-run', 'only say what would be done')
  .option('--json', 'answer with one JSON value')
  .action(({ json, dryRun }: { json?: boolean; dryRun?: boolean }) =>
    withStores(async (stores, config) => {
      if (!workingConnection(stores)) throw new CommandFailed('The connector is not connected.')
      if (dryRun) {
        const plan = await dryPlan(stores, config)
        const lines = plan.actions.map(({ does, name }) => `${does}  ${name}`)
        return answer(plan, { json, text: [`${plan.eligible} eligible files`, ...lines].join('\n') })
      }
      const summary = await syncNow(stores, config)
      if (summary.problem) throw new CommandFailed(summary.problem)
      const { failed, eligible, problem: _, ...done } = summary
      const counts = Object.entries(done).map(([word, count]) => `${word} ${count}`)
      answer(
        { eligible, ...done, failed },
        { json, text: `${eligible} eligible files: ${counts.join(', ')}, failed ${failed}` },
      )
      if (failed > 0) process.exitCode = 1
    }),
  )

/** A running server does it where there is one; otherwise this process does. */
async function syncNow(stores: Stores, config: Config): Promise<SyncSummary> {
  const request = stores.requests.ask(systemClock.now())
  const [files, agents] = [await openFileStore(join(config.dataFolder, 'files')), openAgents(config)]
  const log = startLog(process.stderr.isTTY ? 'warn' : 'silent')
  const replicator = startReplicator({ ...config, ...stores, stores, files, agents, clock: systemClock, log })
  try {
    for (;;) {
      const summary = stores.requests.answerOf(request)
      showProgress(stores)
      if (summary) return summary
      await delay(100)
    }
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\n')
    await replicator.close()
    await agents.close()
  }
}

async function dryPlan(stores: Stores, config: Config) {
  const agents = openAgents(config)
  try {
    const connection = workingConnection(stores)
    if (!connection) throw new CommandFailed('The connector is not connected.')
    const dam = openDam({ ...stores, agents, clock: systemClock }, connection, connection.grantId)
    return await previewPlan({ dam, held: stores.held, keyword: connection.keyword }, AbortSignal.timeout(600_000))
  } finally {
    await agents.close()
  }
}

function showProgress({ held, seen, troubles }: Stores): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(`\r${held.count().files} of ${seen.count()} files here, ${troubles.count()} failing `)
}
