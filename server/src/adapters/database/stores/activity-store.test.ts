import { activityStoreContract } from '../../../../test/contracts/activity-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) activityStoreContract(database)
