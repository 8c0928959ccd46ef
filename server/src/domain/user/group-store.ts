import type { Group, GroupId } from './group.ts'
import type { UserId } from './user.ts'

export interface GroupStore {
  /** Rejects with `Invalid` (`name-in-use`) when the name is taken, without regard to case. */
  insert(group: Group): Promise<void>
  /** The same refusal; of an unknown id nothing. */
  rename(id: GroupId, name: string): Promise<void>
  delete(id: GroupId): Promise<void>
  find(id: GroupId): Promise<Group | undefined>
  /** Without regard to case. */
  findByName(name: string): Promise<Group | undefined>
  /** By name without regard to case, with their members in no order. */
  allWithMembers(): Promise<(Group & { users: UserId[] })[]>
  /** In no order. */
  groupsOf(user: UserId): Promise<GroupId[]>
  /** Instead of those it had. */
  setMembers(id: GroupId, users: readonly UserId[]): Promise<void>
  /** Instead of those the user was in. */
  setGroupsOf(user: UserId, groups: readonly GroupId[]): Promise<void>
}
