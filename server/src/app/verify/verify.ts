import { openSnapshot } from '../../adapters/database/snapshot/open-snapshot.ts'
import { controlPart, type DatabaseSnapshot, type SnapshotPart } from '../../adapters/database/snapshot/snapshot.ts'
import type { Account } from '../../domain/account/account.ts'
import type { Adapters } from '../choose-adapters.ts'
import { type Config, databaseOptions } from '../config.ts'
import { compareCounts } from './compare-counts.ts'
import { findOrphans } from './find-orphans.ts'
import { type Finding, isWrong } from './finding.ts'
import { verifyIndexes } from './verify-indexes.ts'
import { verifyNotes } from './verify-notes.ts'
import { verifyOriginals } from './verify-originals.ts'

export type VerifyReport = {
  healthy: boolean
  accounts: { host: string; originals: number; bytes: number; findings: Finding[] }[]
}

/** Looks at everything and changes nothing but search indexes and notes that are wrong; the server may go on meanwhile. `quick`: sizes only, no bytes are read. */
export async function verify(
  config: Config,
  adapters: Adapters,
  asked: {
    accounts: readonly Account[]
    quick: boolean
    onProgress?: (done: number, total: number, what: string) => void
  },
): Promise<VerifyReport> {
  const accounts: VerifyReport['accounts'] = []
  for (const account of asked.accounts) {
    await adapters.libraries.of(account) // has its library made where it never had one
    const snapshot = await openSnapshot(databaseOptions(config))
    if (!snapshot) break
    try {
      accounts.push(await verifyAccount(config, adapters, snapshot, account, asked))
    } finally {
      await snapshot.close()
    }
  }
  return { healthy: accounts.every(({ findings }) => !findings.some(isWrong)), accounts }
}

async function verifyAccount(
  config: Config,
  adapters: Adapters,
  snapshot: DatabaseSnapshot,
  account: Account,
  { quick, onProgress }: Parameters<typeof verify>[2],
): Promise<VerifyReport['accounts'][number]> {
  const part = partOf(snapshot, account.id)
  const objects = adapters.objectsOf(account.id)
  const library = await adapters.libraries.of(account)
  const seen = await verifyOriginals(config, { part, objects, quick, ...(onProgress ? { onProgress } : {}) })
  const findings = [
    ...(await faultsOf(partOf(snapshot, controlPart), quick)),
    ...(await faultsOf(part, quick)),
    ...seen.findings,
    ...(await findOrphans(config, part, objects)),
    ...(await verifyNotes(library)),
    ...(await verifyIndexes(config, adapters, { account, library })),
    ...(await compareCounts(library, adapters)),
    ...(await failedJobs(part)),
  ]
  return { host: account.host, originals: seen.originals, bytes: seen.bytes, findings }
}

function partOf({ parts }: DatabaseSnapshot, name: string): SnapshotPart {
  const part = parts.find((each) => each.name === name)
  if (!part) throw new Error(`The snapshot has no ${name}`)
  return part
}

const faultsOf = async (part: SnapshotPart, quick: boolean): Promise<Finding[]> =>
  (await part.faults(quick)).map((detail) => ({ kind: 'database', subject: part.name, detail }))

/** Work that was given up. */
async function failedJobs(part: SnapshotPart): Promise<Finding[]> {
  const findings: Finding[] = []
  for await (const [state, name, payload, reason] of part.rows({
    name: 'job',
    columns: ['state', 'name', 'payload', 'reason'],
  })) {
    if (state === 'failed') findings.push({ kind: 'failed-job', subject: `${name} ${payload}`, detail: String(reason) })
  }
  return findings
}
