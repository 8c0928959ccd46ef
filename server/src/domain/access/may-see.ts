import type { Approval } from '../asset/asset.ts'
import type { Role } from '../user/user.ts'

/** Where an asset stands at the moment it is asked for. */
export type Standing = { approval: Approval; expired: boolean }

/**
 * Consumers see what is approved and has not expired; everyone else sees everything. What one may not see is in no
 * list, and everywhere else it is not there.
 */
export const maySee = (role: Role, { approval, expired }: Standing): boolean =>
  role !== 'consumer' || (approval === 'Approved' && !expired)
