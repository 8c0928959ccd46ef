import { PageHeading } from '@descant/ui'
import { Stack, Text, Title } from '@mantine/core'
import { useRouteContext, useRouter } from '@tanstack/react-router'
import { roleWords } from '../../features/people/people.ts'
import { NameForm } from '../../features/profile/name-form.tsx'
import { PasswordForm } from '../../features/profile/password-form.tsx'
import { useVisit } from '../../lib/visit.ts'
import { Shell } from '../shell.tsx'

/** What people decide about themselves. */
export function ProfilePage() {
  const { session } = useVisit()
  const { keeper } = useRouteContext({ from: '/signed-in' })
  const router = useRouter()
  /** Every page asks again who is signed in. */
  const seeAgain = () => router.invalidate()

  return (
    <Shell>
      <PageHeading title="Your profile" about={`${roleWords[session.role]} in ${session.account.name}`} />
      <Stack gap="xl" maw={640}>
        <section aria-labelledby="name-heading">
          <Title order={2} size="h4" mb="sm" id="name-heading">
            Name
          </Title>
          <NameForm
            key={session.user.name}
            onChanged={async () => {
              keeper.forget(session.accessToken)
              await seeAgain()
            }}
          />
        </section>
        <section aria-labelledby="password-heading">
          <Title order={2} size="h4" mb={4} id="password-heading">
            Password
          </Title>
          <Text c="dimmed" mb="sm">
            A new password signs you out in every other browser, and ends the access of every app you let in.
          </Text>
          <PasswordForm
            onChange={async (current, password) => {
              await keeper.changePassword(current, password)
              await seeAgain()
            }}
          />
        </section>
      </Stack>
    </Shell>
  )
}
