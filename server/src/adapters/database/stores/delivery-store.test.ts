import { deliveryStoreContract } from '../../../../test/contracts/delivery-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) deliveryStoreContract(database)
