import { Invalid } from '../domain-error.ts'
import type { LibraryStores } from '../ports/library.ts'
import type { User } from './user.ts'

/** Refuses to lose the last one who could let others in. `verb`: what was to be done with the user. */
export async function requireOtherAdministrator(
  { users }: Pick<LibraryStores, 'users'>,
  user: User,
  verb: 'suspended' | 'deleted' | 'made less',
): Promise<void> {
  if (user.role !== 'admin' || user.suspended) return
  const others = (await users.all()).filter((other) => other.id !== user.id && other.role === 'admin')
  if (!others.some(({ suspended }) => !suspended)) throw new Invalid(`The last administrator can’t be ${verb}`)
}
