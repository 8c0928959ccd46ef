import { trashStoreContract } from '../../../../test/contracts/trash-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) trashStoreContract(database)
