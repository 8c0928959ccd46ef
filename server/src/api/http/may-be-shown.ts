import type { BriefContent } from '@descant/contract'
import { maySee } from '../../domain/access/may-see.ts'
import type { Role } from '../../domain/user/user.ts'

/** The rule of `maySee`, for an asset that is presented already. */
export const mayBeShown = (role: Role, { approvalStatus }: Pick<BriefContent, 'approvalStatus'>): boolean =>
  approvalStatus === 'Expired'
    ? maySee(role, { approval: 'Approved', expired: true })
    : maySee(role, { approval: approvalStatus, expired: false })
