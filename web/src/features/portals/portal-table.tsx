import type { PortalEntry } from '@descant/contract'
import { ConfirmDialog, DataTable, EmptyState } from '@descant/ui'
import { Text } from '@mantine/core'
import { IconDoor } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { RowAction, RowActions } from '../../lib/row-actions.tsx'
import { useDam } from '../../lib/visit.ts'
import { PortalDialog } from './portal-dialog.tsx'
import { deletePortal, kindWords, portalsQuery } from './portals.ts'

export function PortalTable() {
  const dam = useDam()
  const queries = useQueryClient()
  const portals = useQuery(portalsQuery(dam))
  const [editing, setEditing] = useState<PortalEntry | null>(null)
  const [deleting, setDeleting] = useState<PortalEntry | null>(null)

  return (
    <>
      <Answered question={portals}>
        {({ results }) =>
          results.length === 0 ? (
            <EmptyState icon={<IconDoor size={40} stroke={1.3} />} title="No portals yet">
              A portal is a part of the library with its own people: inside it, nothing else exists.
            </EmptyState>
          ) : (
            <DataTable
              label="Portals"
              rows={results}
              rowKey={({ id }) => id}
              columns={[
                { header: 'Name', rowHeader: true, cell: (portal) => <PortalName portal={portal} /> },
                { header: 'Content', cell: ({ contents }) => contents.map(({ namePath }) => namePath).join(', ') },
                { header: 'People', cell: ({ users, groups }) => [...groups, ...users].join(', ') },
                {
                  header: 'Actions',
                  quietHeader: true,
                  align: 'end',
                  cell: (portal) => (
                    <RowActions>
                      <RowAction of={portal.name} onClick={() => setEditing(portal)}>
                        Edit
                      </RowAction>
                      <RowAction of={portal.name} danger onClick={() => setDeleting(portal)}>
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
      <PortalDialog key={editing?.id} portal={editing} opened={editing !== null} onClose={() => setEditing(null)} />
      <ConfirmDialog
        opened={deleting !== null}
        title={`Delete ${deleting?.name ?? ''}?`}
        confirmLabel="Delete"
        danger
        onClose={() => setDeleting(null)}
        onConfirm={async () => {
          if (deleting === null) return
          await deletePortal(dam, deleting.id)
          await queries.invalidateQueries({ queryKey: ['portals'] })
        }}
      >
        Applications that were connected to it lose their access at once. Its folders, albums and assets stay.
      </ConfirmDialog>
    </>
  )
}

function PortalName({ portal }: { portal: PortalEntry }) {
  return (
    <>
      {portal.name}
      <Text size="sm" c="dimmed">
        {kindWords[portal.kind]}
      </Text>
    </>
  )
}
