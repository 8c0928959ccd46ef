import type { Control } from '../ports/control.ts'
import type { Secrets } from '../ports/secrets.ts'
import { familyOf } from './session-token.ts'

/** Ends a browser's session with every token it was given. Of an unknown one: resolves. */
export async function signOut(
  { control, secrets }: { control: Control; secrets: Secrets },
  { secret }: { secret: string },
): Promise<void> {
  const digest = secrets.digest(secret)
  await control.transaction(async ({ sessions, grants }) => {
    if (!(await sessions.find(digest))) return
    await sessions.delete(digest)
    await grants.revokeFamily(familyOf({ digest }))
  })
}
