import { checkedLine } from '../checked-line.ts'
import { Invalid, NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Library, LibraryStores } from '../ports/library.ts'
import type { Group, GroupId } from './group.ts'
import type { UserId } from './user.ts'

const checkedGroupName = (name: string) => checkedLine(name, { called: 'The name of the group', to: 80 })

export async function createGroup(
  { library, clock, ids }: { library: Library; clock: Clock; ids: Ids },
  { name, users = [] }: { name: string; users?: readonly UserId[] },
): Promise<Group> {
  const group: Group = { id: ids.newId<GroupId>(), name: checkedGroupName(name), createdAt: clock.now() }
  await library.transaction(async (stores) => {
    await stores.groups.insert(group)
    await putMembers(stores, group.id, users)
  })
  return group
}

/** What is absent stays as it is. */
export async function updateGroup(
  { library }: { library: Library },
  { id, name, users }: { id: GroupId; name?: string | undefined; users?: readonly UserId[] | undefined },
): Promise<void> {
  await library.transaction(async (stores) => {
    if (!(await stores.groups.find(id))) throw new NotFound('such group')
    if (name !== undefined) await stores.groups.rename(id, checkedGroupName(name))
    if (users !== undefined) await putMembers(stores, id, users)
  })
}

/** Its members stay, without what it was granted. */
export async function deleteGroup({ library }: { library: Library }, id: GroupId): Promise<void> {
  await library.transaction(async ({ groups }) => {
    if (!(await groups.find(id))) throw new NotFound('such group')
    await groups.delete(id)
  })
}

/** The groups with these names, without regard to case. */
export async function groupsNamed(
  { groups }: Pick<LibraryStores, 'groups'>,
  names: readonly string[],
): Promise<GroupId[]> {
  const found: GroupId[] = []
  for (const name of new Set(names)) {
    const group = await groups.findByName(name.trim())
    if (!group) throw new Invalid(`There is no group named ${name}`)
    found.push(group.id)
  }
  return found
}

async function putMembers({ users, groups }: LibraryStores, id: GroupId, members: readonly UserId[]): Promise<void> {
  const known = new Set((await users.all()).map((user) => user.id))
  if (members.some((member) => !known.has(member))) throw new Invalid('There is no such user')
  await groups.setMembers(id, members)
}
