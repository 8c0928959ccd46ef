import { invitationStoreContract } from '../../../../test/contracts/invitation-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) invitationStoreContract(database)
