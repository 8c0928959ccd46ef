import { apiKeyStoreContract } from '../../../../test/contracts/api-key-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) apiKeyStoreContract(database)
