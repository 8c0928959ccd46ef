import { PageHeading } from '@descant/ui'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { MemberDialog } from '../../features/people/member-dialog.tsx'
import { MemberTable } from '../../features/people/member-table.tsx'

export function UsersPage() {
  const [making, setMaking] = useState(false)
  return (
    <>
      <PageHeading
        title="Users"
        about="Everyone who may sign in to this library."
        actions={
          <Button leftSection={<IconPlus size={18} stroke={1.8} aria-hidden="true" />} onClick={() => setMaking(true)}>
            Invite
          </Button>
        }
      />
      <MemberTable />
      <MemberDialog member={null} opened={making} onClose={() => setMaking(false)} />
    </>
  )
}
