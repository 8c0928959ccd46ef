import { openDatabase } from '../../src/adapters/database/open-database.ts'
import type { Account } from '../../src/domain/account/account.ts'
import type { Asset } from '../../src/domain/asset/asset.ts'
import type { DatabaseOptions } from '../harness/databases.ts'

// A process of its own, to be killed: it writes an asset, says how far it came and then only waits.

type Task = { options: DatabaseOptions; account: Account; asset: Asset; commit: boolean }
const { options, account, asset, commit } = JSON.parse(process.argv[2] ?? '{}') as Task

const keepAlive = setInterval(() => {}, 1_000)
const { libraries } = await openDatabase(options)
const library = await libraries.of(account)
await library.transaction(async ({ assets, changes, jobs }) => {
  await assets.insert(asset)
  await changes.append([{ event: 'asset.added', scheme: asset.scheme, id: asset.id, time: asset.createdAt }])
  await jobs.enqueue({ name: 'take-in-upload', payload: { uploadId: asset.id } })
  if (commit) return
  process.stdout.write('written')
  await new Promise(() => keepAlive)
})
process.stdout.write('committed')
