import type { PortalEntry, TreeNode } from '@descant/contract'
import { FormDialog } from '@descant/ui'
import { MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { treeQuery } from '../../lib/api/tree.ts'
import { choiceDivider, enteredChoices, enteredText } from '../../lib/entered-text.ts'
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
  const grantable = useQuery({ ...grantableQuery(dam), enabled: opened })

  return (
    <FormDialog
      opened={opened}
      title={portal?.name ?? 'New portal'}
      submitLabel={portal === null ? 'Create' : 'Save'}
      onClose={onClose}
      onSubmit={async (entered) => {
        const said = {
          name: enteredText(entered, 'name'),
          kind: enteredText(entered, 'kind') as PortalEntry['kind'],
          contents: enteredChoices(entered, 'contents'),
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
      <Several
        label="Folders and albums"
        name="contents"
        description="Only these are in the portal; folders with everything in them."
        data={placesIn(tree.data?.results ?? [], portal?.contents ?? [])}
        chosen={portal?.contents.map(({ id }) => id) ?? []}
      />
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

type Choice = string | { value: string; label: string }

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
  data: Choice[]
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

/** The whole tree by its paths; with what was chosen already, also while the tree is on its way. */
function placesIn(nodes: TreeNode[], chosen: PortalEntry['contents']): Choice[] {
  const known = [...flatten(nodes), ...chosen].map(({ id, namePath }) => [id, namePath] as const)
  return [...new Map(known)].map(([value, label]) => ({ value, label }))
}

const flatten = (nodes: TreeNode[]): TreeNode[] => nodes.flatMap((node) => [node, ...flatten(node.children ?? [])])
