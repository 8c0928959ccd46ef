import { openDatabase } from '../../src/adapters/database/open-database.ts'
import type { Account } from '../../src/domain/account/account.ts'
import type { DatabaseOptions } from '../harness/databases.ts'
import { addAssets, rename } from '../harness/searched.ts'

// A process of its own: adds assets, one transaction each, renames some, and says the name of each once it is there.

type Task = { options: DatabaseOptions; account: Account; prefix: string; count: number }
const { options, account, prefix, count } = JSON.parse(process.argv[2] ?? '{}') as Task

const database = await openDatabase(options)
const library = await database.libraries.of(account)
for (let no = 0; no < count; no++) {
  const name = `${prefix}${no}x`
  const [id] = await addAssets(library, [no % 3 === 0 ? 'unnamed' : name])
  if (id && no % 3 === 0) await rename(library, id, name)
  process.stdout.write(`${name}\n`)
}
await database.close()
