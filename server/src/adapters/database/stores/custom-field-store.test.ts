import { customFieldStoreContract } from '../../../../test/contracts/custom-field-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) customFieldStoreContract(database)
