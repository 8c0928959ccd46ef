import { userStoreContract } from '../../../../test/contracts/user-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) userStoreContract(database)
