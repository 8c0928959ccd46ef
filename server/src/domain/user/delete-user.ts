import { Invalid, NotFound } from '../domain-error.ts'
import type { Library } from '../ports/library.ts'
import { keptEmail } from './email-address.ts'
import { requireOtherAdministrator } from './last-administrator.ts'
import type { User } from './user.ts'

/** Gone, with every session and token, at once. What the user owned stays, with the name and address as text. */
export async function deleteUser(
  { library }: { library: Library },
  { email, by }: { email: string; by: User },
): Promise<void> {
  await library.transaction(async (stores) => {
    const user = await stores.users.findByEmail(keptEmail(email))
    if (!user) throw new NotFound(`user ${email}`)
    if (user.id === by.id) throw new Invalid('You can’t delete yourself')
    await requireOtherAdministrator(stores, user, 'deleted')
    await stores.users.delete(user.id)
  })
}
