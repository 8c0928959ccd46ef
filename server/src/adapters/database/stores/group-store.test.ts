import { groupStoreContract } from '../../../../test/contracts/group-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) groupStoreContract(database)
