import { carriesKeyword } from '../provider/carries-keyword.ts'
import type { Connection } from '../provider/connection.ts'
import type { Dam } from '../provider/dam.ts'
import { explainFailure, type Problem } from '../provider/explain-failure.ts'
import { CredentialsRefused, DamFailing, GrantRefused } from '../provider/failures.ts'
import { checkCredentials } from '../provider/oauth.ts'
import { openDam } from '../provider/open-dam.ts'
import type { SettingsDeps } from './deps.ts'

export type TestResult =
  | { isGood: true; eligible: number; sentence: string }
  | { isGood: false; problem: Problem | 'no-file' | 'not-connected'; sentence: string }

/** How many files would be imported, or what is wrong, looked at anew all the way from the address to the keyword. */
export async function testConnection(deps: SettingsDeps, signal: AbortSignal): Promise<TestResult> {
  const connection = deps.stores.connections.find('active')
  if (!connection)
    return bad('not-connected', 'Nothing is connected yet: fill in the fields, authenticate Canto and save.')
  try {
    const eligible = await countEligible(deps, connection, signal)
    if (eligible > 0) return { isGood: true, eligible, sentence: sentenceFor(eligible) }
    return bad(
      'no-file',
      `Canto answers, but no file carries the keyword “${connection.keyword}”, or none that may be seen here. Put it on at least one file and test again.`,
    )
  } catch (error) {
    if (error instanceof GrantRefused) refuseGrant(deps, connection, error)
    const { problem, sentence } = explainFailure(error)
    return bad(problem, sentence)
  }
}

async function countEligible(deps: SettingsDeps, connection: Connection, signal: AbortSignal): Promise<number> {
  const { stores, agents, clock } = deps
  await checkCredentials({ agents, clock }, connection, connection.redirectUri).catch(unlessUncertain)
  const grant = connection.grantId === null ? null : stores.grants.find(connection.grantId)
  if (!grant || grant.refused) throw new GrantRefused('No consent')

  const dam = openDam({ ...stores, agents, clock }, connection, grant.id, { attempts: 2 })
  return countCarrying(dam, connection.keyword, signal)
}

async function countCarrying(dam: Dam, keyword: string, signal: AbortSignal): Promise<number> {
  const { feed } = await dam.changes(null, { waitSeconds: 0, signal })
  const ids = new Set<string>()
  for await (const asset of dam.mayCarry(keyword, { hasFeed: feed !== 'unknown', signal })) {
    if (carriesKeyword(asset, keyword)) ids.add(asset.id)
  }
  return ids.size
}

/** A server that does not tell a wrong code from a wrong key says nothing here; the grant will. */
function unlessUncertain(error: unknown): void {
  const isUncertain = error instanceof DamFailing || (error instanceof CredentialsRefused && error.wrong === 'unknown')
  if (!isUncertain) throw error
}

function refuseGrant({ stores, notice }: SettingsDeps, { grantId }: Connection, { message }: GrantRefused): void {
  if (grantId === null) return
  stores.grants.refuse(grantId, message)
  notice()
}

const bad = (problem: Extract<TestResult, { isGood: false }>['problem'], sentence: string): TestResult => ({
  isGood: false,
  problem,
  sentence,
})

const sentenceFor = (eligible: number): string =>
  eligible === 1
    ? 'The connection works: 1 file is eligible for import.'
    : `The connection works: ${eligible} files are eligible for import.`
