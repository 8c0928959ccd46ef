import { keywordStoreContract } from '../../../../test/contracts/keyword-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) keywordStoreContract(database)
