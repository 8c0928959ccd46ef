import { portalStoreContract } from '../../../../test/contracts/portal-store-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) portalStoreContract(database)
