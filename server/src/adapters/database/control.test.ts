import { controlContract } from '../../../test/contracts/control-contract.ts'
import { availableDatabases } from '../../../test/harness/databases.ts'

for (const database of availableDatabases()) controlContract(database)
