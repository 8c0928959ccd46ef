import type { PortalEntry, TreeNode } from '@descant/contract'
import { FormDialog } from '@descant/ui'
import { MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { treeQuery } from '../../lib/api/tree.ts'
import { choiceDivider, enteredChoices, enteredText } from '../../lib/entered-text.ts'
import { PlacePicker } from '../../lib/tree/place-picker.tsx'
import { foldersAbove } from '../../lib/tree/visible-nodes.ts'
import { useDam } from '../../lib/visit.ts'
import { changePortal, createPortal, grantableQuery, kindWords } from './portals.ts'

export function PortalDialog({
  portal,
  opened,
  onClose,
}: {
  /** `null`: a new one. */
  portal: PortalEntry | null
  opened: boolean
  onClose: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  const tree = useQuery({ ...treeQuery(dam), enabled: opened })
  const [contents, setContents] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (opened) setContents(new Set(portal?.contents.map(({ id }) => id)))
  }, [opened, portal])
  const grantable = useQuery({ ...grantableQuery(dam), enabled: opened })

  return (
    <FormDialog
      opened={opened}
      title={portal?.name ?? 'New portal'}
      size="lg"
      submitLabel={portal === null ? 'Create' : 'Save'}
      onClose={onClose}
      onSubmit={async (entered) => {
        const said = {
          name: enteredText(entered, 'name'),
          kind: enteredText(entered, 'kind') as PortalEntry['kind'],
          contents: outermost(tree.data?.results ?? [], contents),
          users: enteredChoices(entered, 'users'),
          groups: enteredChoices(entered, 'groups'),
        }
        if (portal === null) await createPortal(dam, said)
        else await changePortal(dam, portal.id, said)
        await queries.invalidateQueries({ queryKey: ['portals'] })
      }}
    >
      <TextInput
        label="Name"
        name="name"
        defaultValue={portal?.name}
        required
        withAsterisk={false}
        autoComplete="off"
        data-autofocus
      />
      <NativeSelect
        label="Kind"
        name="kind"
        defaultValue={portal?.kind ?? 'portal'}
        data={Object.entries(kindWords).map(([value, label]) => ({ value, label }))}
      />
      <Answered question={tree}>
        {({ results }) => (
          <PlacePicker
            label="Folders and albums"
            description="Only these are in the portal; folders with everything in them."
            nodes={results}
            several
            chosen={contents}
            onChoose={({ id }) => setContents(toggled(contents, id))}
          />
        )}
      </Answered>
      <Several
        label="Users"
        name="users"
        description="Administrators may enter every portal."
        data={grantable.data?.users ?? portal?.users ?? []}
        chosen={portal?.users ?? []}
      />
      <Several
        label="Groups"
        name="groups"
        data={grantable.data?.groups ?? portal?.groups ?? []}
        chosen={portal?.groups ?? []}
      />
    </FormDialog>
  )
}

function Several({
  label,
  name,
  description,
  data,
  chosen,
}: {
  label: string
  name: string
  description?: string
  data: string[]
  chosen: string[]
}) {
  return (
    <MultiSelect
      label={label}
      name={name}
      {...(description !== undefined && { description })}
      data={data}
      defaultValue={chosen}
      hiddenInputValuesDivider={choiceDivider}
      searchable
      hidePickedOptions
      limit={200}
      nothingFoundMessage="Nothing of that name"
    />
  )
}

const toggled = (chosen: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set(chosen.has(id) ? [...chosen].filter((other) => other !== id) : [...chosen, id])

/** What lies in a chosen folder is in the portal by that, and need not be named. */
const outermost = (nodes: TreeNode[], chosen: ReadonlySet<string>): string[] =>
  [...chosen].filter((id) => !foldersAbove(nodes, id).some((folder) => chosen.has(folder.id)))
