import type { Member } from '@descant/contract'
import { FormDialog, notify } from '@descant/ui'
import { Checkbox, MultiSelect, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { choiceDivider, enteredChoices, enteredText } from '../../lib/entered-text.ts'
import { useDam } from '../../lib/visit.ts'
import { changeMember, groupsQuery, invite, nameOf, roleWords } from './people.ts'

/** Invites somebody, or changes who is there. */
export function MemberDialog({
  member,
  opened,
  onClose,
}: {
  /** `null`: somebody new. */
  member: Member | null
  opened: boolean
  onClose: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  const groups = useQuery(groupsQuery(dam))

  return (
    <FormDialog
      opened={opened}
      title={member === null ? 'Invite somebody' : nameOf(member)}
      submitLabel={member === null ? 'Send invitation' : 'Save'}
      onClose={onClose}
      onSubmit={async (entered) => {
        const said = saidIn(entered)
        if (member === null) {
          const email = enteredText(entered, 'email')
          await invite(dam, { ...said, email })
          notify(`${email} is invited.`)
        } else await changeMember(dam, member.userId, { ...said, suspended: entered.has('suspended') })
        await queries.invalidateQueries({ queryKey: ['people'] })
      }}
    >
      {member === null && (
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          required
          withAsterisk={false}
          autoComplete="off"
          data-autofocus
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput label="First name" name="firstName" defaultValue={member?.firstName} autoComplete="off" />
        <TextInput label="Last name" name="lastName" defaultValue={member?.lastName} autoComplete="off" />
      </SimpleGrid>
      <NativeSelect
        label="Role"
        name="role"
        description="Consumers look and download; contributors also change things; administrators also set things."
        defaultValue={member?.role ?? 'consumer'}
        data={Object.entries(roleWords).map(([value, label]) => ({ value, label }))}
      />
      <MultiSelect
        label="Groups"
        name="groups"
        data={[...new Set([...(groups.data?.results ?? []).map(({ name }) => name), ...(member?.groups ?? [])])]}
        defaultValue={member?.groups ?? []}
        hiddenInputValuesDivider={choiceDivider}
        searchable
        hidePickedOptions
        nothingFoundMessage="No such group"
      />
      <Checkbox
        label="May use the main library"
        description="Otherwise only the portals that are opened to them."
        name="main"
        defaultChecked={member?.allowAccessMainTenant ?? true}
      />
      {member !== null && (
        <Checkbox
          label="Suspended"
          description="Cannot sign in, and is signed out everywhere at once."
          name="suspended"
          defaultChecked={member.suspended}
        />
      )}
    </FormDialog>
  )
}

const saidIn = (entered: FormData) => ({
  firstName: enteredText(entered, 'firstName'),
  lastName: enteredText(entered, 'lastName'),
  role: enteredText(entered, 'role') as Member['role'],
  groups: enteredChoices(entered, 'groups'),
  allowAccessMainTenant: entered.has('main'),
})
