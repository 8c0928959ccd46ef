import { assetStoreContract } from '../../../../test/contracts/asset-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) assetStoreContract(database)
