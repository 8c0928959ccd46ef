import { signInAttemptStoreContract } from '../../../../test/contracts/sign-in-attempt-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) signInAttemptStoreContract(database)
