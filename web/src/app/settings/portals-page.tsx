import { PageHeading } from '@descant/ui'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { PortalDialog } from '../../features/portals/portal-dialog.tsx'
import { PortalTable } from '../../features/portals/portal-table.tsx'

export function PortalsPage() {
  const [making, setMaking] = useState(false)
  return (
    <>
      <PageHeading
        title="Portals"
        about="Parts of the library with their own people: portals, workspaces and style guides."
        actions={
          <Button leftSection={<IconPlus size={18} stroke={1.8} aria-hidden="true" />} onClick={() => setMaking(true)}>
            New portal
          </Button>
        }
      />
      <PortalTable />
      <PortalDialog portal={null} opened={making} onClose={() => setMaking(false)} />
    </>
  )
}
