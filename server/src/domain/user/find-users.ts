import { Invalid } from '../domain-error.ts'
import type { LibraryStores } from '../ports/library.ts'
import { keptEmail } from './email-address.ts'
import type { UserId } from './user.ts'

/** The users with these e-mail addresses; one that nobody has is refused. */
export async function usersNamed(
  { users }: Pick<LibraryStores, 'users'>,
  emails: readonly string[],
): Promise<UserId[]> {
  const byEmail = new Map((await users.all()).map((user) => [user.email, user.id]))
  return emails.map((email) => {
    const id = byEmail.get(keptEmail(email))
    if (id === undefined) throw new Invalid(`There is no user ${email}`)
    return id
  })
}
