import { mailStoreContract } from '../../../../test/contracts/mail-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) mailStoreContract(database)
