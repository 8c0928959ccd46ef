import { chooseAdapters } from '../../src/app/choose-adapters.ts'
import { loadConfig } from '../../src/app/config.ts'
import { runCourier } from '../../src/app/workers/run-courier.ts'

/** A process that only tells webhooks, to be killed; its argument is the data folder. It says when it has begun. */
const config = loadConfig({ DESCANT_DATA: process.argv[2] ?? '', DESCANT_ALLOW_PRIVATE_NETWORK: '1' })
const adapters = await chooseAdapters(config)
runCourier({ ...adapters, leaseMs: 500, pollMs: 50 })
console.log('working')
