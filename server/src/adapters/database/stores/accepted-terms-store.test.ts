import { acceptedTermsStoreContract } from '../../../../test/contracts/accepted-terms-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) acceptedTermsStoreContract(database)
