import { collectionStoreContract } from '../../../../test/contracts/collection-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) collectionStoreContract(database)
