import { jobQueueContract } from '../../../../test/contracts/job-queue-contract.ts'
import { availableDatabases } from '../../../../test/harness/databases.ts'

for (const database of availableDatabases()) jobQueueContract(database)
