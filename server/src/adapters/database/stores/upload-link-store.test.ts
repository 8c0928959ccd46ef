import { uploadLinkStoreContract } from '../../../../test/contracts/upload-link-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) uploadLinkStoreContract(database)
