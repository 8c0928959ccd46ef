import { shareStoreContract } from '../../../../test/contracts/share-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) shareStoreContract(database)
