import { presetStoreContract } from '../../../../test/contracts/preset-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) presetStoreContract(database)
