import type { GroupEntry } from '@descant/contract'
import { FormDialog } from '@descant/ui'
import { MultiSelect, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { choiceDivider, enteredChoices, enteredText } from '../../lib/entered-text.ts'
import { useDam } from '../../lib/visit.ts'
import { changeGroup, createGroup, membersQuery, nameOf } from './people.ts'

export function GroupDialog({
  group,
  opened,
  onClose,
}: {
  /** `null`: a new one. */
  group: GroupEntry | null
  opened: boolean
  onClose: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  const members = useQuery(membersQuery(dam))

  return (
    <FormDialog
      opened={opened}
      title={group?.name ?? 'New group'}
      submitLabel={group === null ? 'Create' : 'Save'}
      onClose={onClose}
      onSubmit={async (entered) => {
        const said = { name: enteredText(entered, 'name'), users: enteredChoices(entered, 'users') }
        if (group === null) await createGroup(dam, said)
        else await changeGroup(dam, group.id, said)
        await queries.invalidateQueries({ queryKey: ['people'] })
      }}
    >
      <TextInput
        label="Name"
        name="name"
        defaultValue={group?.name}
        required
        withAsterisk={false}
        autoComplete="off"
        data-autofocus
      />
      <MultiSelect
        label="Members"
        name="users"
        data={(members.data?.results ?? []).map((member) => ({ value: member.userId, label: nameOf(member) }))}
        defaultValue={group?.users ?? []}
        hiddenInputValuesDivider={choiceDivider}
        searchable
        hidePickedOptions
        limit={100}
        nothingFoundMessage="No such user"
      />
    </FormDialog>
  )
}
