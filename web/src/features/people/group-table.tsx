import type { GroupEntry } from '@descant/contract'
import { ConfirmDialog, DataTable, EmptyState } from '@descant/ui'
import { IconUsersGroup } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { RowAction, RowActions } from '../../lib/row-actions.tsx'
import { useDam } from '../../lib/visit.ts'
import { GroupDialog } from './group-dialog.tsx'
import { deleteGroup, groupsQuery } from './people.ts'

export function GroupTable() {
  const dam = useDam()
  const queries = useQueryClient()
  const groups = useQuery(groupsQuery(dam))
  const [editing, setEditing] = useState<GroupEntry | null>(null)
  const [deleting, setDeleting] = useState<GroupEntry | null>(null)

  return (
    <>
      <Answered question={groups}>
        {({ results }) =>
          results.length === 0 ? (
            <EmptyState icon={<IconUsersGroup size={40} stroke={1.3} />} title="No groups yet">
              A group opens a portal to several people at once.
            </EmptyState>
          ) : (
            <DataTable
              label="Groups"
              rows={results}
              rowKey={({ id }) => id}
              columns={[
                { header: 'Group', rowHeader: true, cell: ({ name }) => name },
                { header: 'Members', cell: ({ users }) => users.join(', ') },
                {
                  header: 'Actions',
                  quietHeader: true,
                  align: 'end',
                  cell: (group) => (
                    <RowActions>
                      <RowAction of={group.name} onClick={() => setEditing(group)}>
                        Edit
                      </RowAction>
                      <RowAction of={group.name} danger onClick={() => setDeleting(group)}>
                        Delete
                      </RowAction>
                    </RowActions>
                  ),
                },
              ]}
            />
          )
        }
      </Answered>
      <GroupDialog key={editing?.id} group={editing} opened={editing !== null} onClose={() => setEditing(null)} />
      <ConfirmDialog
        opened={deleting !== null}
        title={`Delete ${deleting?.name ?? ''}?`}
        confirmLabel="Delete"
        danger
        onClose={() => setDeleting(null)}
        onConfirm={async () => {
          if (deleting === null) return
          await deleteGroup(dam, deleting.id)
          await queries.invalidateQueries({ queryKey: ['people'] })
        }}
      >
        Its members stay, and lose what was opened to the group alone.
      </ConfirmDialog>
    </>
  )
}
