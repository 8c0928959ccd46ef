import { sessionStoreContract } from '../../../../test/contracts/session-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) sessionStoreContract(database)
