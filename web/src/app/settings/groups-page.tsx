import { PageHeading } from '@descant/ui'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { GroupDialog } from '../../features/people/group-dialog.tsx'
import { GroupTable } from '../../features/people/group-table.tsx'

export function GroupsPage() {
  const [making, setMaking] = useState(false)
  return (
    <>
      <PageHeading
        title="Groups"
        about="People that portals are opened to together."
        actions={
          <Button leftSection={<IconPlus size={18} stroke={1.8} aria-hidden="true" />} onClick={() => setMaking(true)}>
            New group
          </Button>
        }
      />
      <GroupTable />
      <GroupDialog group={null} opened={making} onClose={() => setMaking(false)} />
    </>
  )
}
