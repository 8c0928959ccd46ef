import { uploadStoreContract } from '../../../../test/contracts/upload-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) uploadStoreContract(database)
