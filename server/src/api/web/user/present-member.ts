import type { Member, MemberList } from '@descant/contract'
import type { LibraryStores } from '../../../domain/ports/library.ts'
import { seatsTaken } from '../../../domain/user/seats.ts'
import type { User } from '../../../domain/user/user.ts'
import { toWireTime } from '../../http/wire-time.ts'

export async function presentMembers({ users, groups, settings }: LibraryStores): Promise<MemberList> {
  const all = await users.all()
  const allGroups = await groups.allWithMembers()
  const { editorSeats, consumerSeats } = await settings.read()
  return {
    seats: {
      editors: { taken: seatsTaken(all, 'editors'), of: editorSeats },
      consumers: { taken: seatsTaken(all, 'consumers'), of: consumerSeats },
    },
    results: all.map((user) =>
      presentMember(
        user,
        allGroups.filter((group) => group.users.includes(user.id)).map(({ name }) => name),
      ),
    ),
  }
}

const presentMember = (user: User, groups: string[]): Member => ({
  userId: user.email,
  firstName: user.firstName,
  lastName: user.lastName,
  role: user.role,
  suspended: user.suspended,
  invited: user.passwordHash === null,
  allowAccessMainTenant: user.mayAccessMainLibrary,
  groups,
  created: toWireTime(user.createdAt),
})
