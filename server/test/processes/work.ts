import { chooseAdapters } from '../../src/app/choose-adapters.ts'
import { loadConfig } from '../../src/app/config.ts'
import { runWorkers } from '../../src/app/run-workers.ts'

/** A process that only works, to be killed; its argument is the data folder. It says when it has begun. */
const adapters = await chooseAdapters(loadConfig({ DESCANT_DATA: process.argv[2] ?? '' }))
runWorkers({ ...adapters, concurrency: 2, leaseMs: 500 })
console.log('working')
