import { PageHeading } from '@descant/ui'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { UploadLinkDialog } from '../../features/upload-links/upload-link-dialog.tsx'
import { UploadLinkTable } from '../../features/upload-links/upload-link-table.tsx'

export function UploadLinksPage() {
  const [making, setMaking] = useState(false)
  return (
    <>
      <PageHeading
        title="Upload links"
        about="Where people without an account hand in files."
        actions={
          <Button leftSection={<IconPlus size={18} stroke={1.8} aria-hidden="true" />} onClick={() => setMaking(true)}>
            New upload link
          </Button>
        }
      />
      <UploadLinkTable />
      <UploadLinkDialog opened={making} onClose={() => setMaking(false)} />
    </>
  )
}
