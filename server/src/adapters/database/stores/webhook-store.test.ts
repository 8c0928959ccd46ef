import { webhookStoreContract } from '../../../../test/contracts/webhook-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) webhookStoreContract(database)
