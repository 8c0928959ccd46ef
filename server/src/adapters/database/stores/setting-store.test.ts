import { settingStoreContract } from '../../../../test/contracts/setting-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) settingStoreContract(database)
