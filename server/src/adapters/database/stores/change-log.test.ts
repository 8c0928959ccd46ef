import { changeLogContract } from '../../../../test/contracts/change-log-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) changeLogContract(database)
