export { type AddressKind, addressKind } from './address-kind.ts'
export { AddressRefused, type GuardedAgentOptions, guardedAgent } from './guarded-agent.ts'
