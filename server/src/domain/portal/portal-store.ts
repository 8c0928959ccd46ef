import type { Portal, PortalId } from './portal.ts'

export interface PortalStore {
  /** Rejects with `Invalid` (`name-in-use`) when the name is taken, without regard to case. */
  insert(portal: Portal): Promise<void>
  /** Replaces everything but id and `createdAt`; the same refusal. Of an unknown id nothing. */
  update(portal: Portal): Promise<void>
  delete(id: PortalId): Promise<void>
  find(id: PortalId): Promise<Portal | undefined>
  /** Without regard to case. */
  findByName(name: string): Promise<Portal | undefined>
  /** By name without regard to case. There are few. */
  all(): Promise<Portal[]>
}
