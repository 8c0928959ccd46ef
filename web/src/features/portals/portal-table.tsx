import type { PortalEntry } from '@descant/contract'
import { EditedTable } from '@descant/ui'
import { Text } from '@mantine/core'
import { IconDoor } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Answered } from '../../lib/answered.tsx'
import { useDam } from '../../lib/visit.ts'
import { PortalDialog } from './portal-dialog.tsx'
import { deletePortal, kindWords, portalsQuery } from './portals.ts'

export function PortalTable() {
  const dam = useDam()
  const queries = useQueryClient()
  const portals = useQuery(portalsQuery(dam))

  return (
    <Answered question={portals}>
      {({ results }) => (
        <EditedTable
          label="Portals"
          rows={results}
          rowKey={({ id }) => id}
          nameOf={({ name }) => name}
          columns={[
            { header: 'Name', rowHeader: true, cell: (portal) => <PortalName portal={portal} /> },
            { header: 'Content', cell: ({ contents }) => contents.map(({ namePath }) => namePath).join(', ') },
            { header: 'People', cell: ({ users, groups }) => [...groups, ...users].join(', ') },
          ]}
          empty={{
            icon: <IconDoor size={40} stroke={1.3} />,
            title: 'No portals yet',
            text: 'A portal is a part of the library with its own people: inside it, nothing else exists.',
          }}
          edit={{
            renderDialog: (portal, onClose) => (
              <PortalDialog key={portal?.id} portal={portal} opened={portal !== null} onClose={onClose} />
            ),
          }}
          remove={{
            consequence: () =>
              'Applications that were connected to it lose their access at once. Its folders, albums and assets stay.',
            run: async ({ id }) => {
              await deletePortal(dam, id)
              await queries.invalidateQueries({ queryKey: ['portals'] })
            },
          }}
        />
      )}
    </Answered>
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
