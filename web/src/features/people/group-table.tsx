import { EditedTable } from '@descant/ui'
import { IconUsersGroup } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Answered } from '../../lib/answered.tsx'
import { useDam } from '../../lib/visit.ts'
import { GroupDialog } from './group-dialog.tsx'
import { deleteGroup, groupsQuery } from './people.ts'

export function GroupTable() {
  const dam = useDam()
  const queries = useQueryClient()
  const groups = useQuery(groupsQuery(dam))

  return (
    <Answered question={groups}>
      {({ results }) => (
        <EditedTable
          label="Groups"
          rows={results}
          rowKey={({ id }) => id}
          nameOf={({ name }) => name}
          columns={[
            { header: 'Group', rowHeader: true, cell: ({ name }) => name },
            { header: 'Members', cell: ({ users }) => users.join(', ') },
          ]}
          empty={{
            icon: <IconUsersGroup size={40} stroke={1.3} />,
            title: 'No groups yet',
            text: 'A group opens a portal to several people at once.',
          }}
          edit={{
            renderDialog: (group, onClose) => (
              <GroupDialog key={group?.id} group={group} opened={group !== null} onClose={onClose} />
            ),
          }}
          remove={{
            consequence: () => 'Its members stay, and lose what was opened to the group alone.',
            run: async ({ id }) => {
              await deleteGroup(dam, id)
              await queries.invalidateQueries({ queryKey: ['people'] })
            },
          }}
        />
      )}
    </Answered>
  )
}
