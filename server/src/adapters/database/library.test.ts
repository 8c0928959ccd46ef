import { libraryContract } from '../../../test/contracts/library-contract.ts'
import { availableDatabases } from '../../../test/harness/databases.ts'

for (const database of availableDatabases()) libraryContract(database)
