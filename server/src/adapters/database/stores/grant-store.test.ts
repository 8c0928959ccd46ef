import { grantStoreContract } from '../../../../test/contracts/grant-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) grantStoreContract(database)
