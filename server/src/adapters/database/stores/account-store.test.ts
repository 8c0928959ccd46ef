import { accountStoreContract } from '../../../../test/contracts/account-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) accountStoreContract(database)
