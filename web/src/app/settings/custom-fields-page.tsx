import { PageHeading } from '@descant/ui'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { FieldDialog } from '../../features/custom-fields/field-dialog.tsx'
import { FieldTable } from '../../features/custom-fields/field-table.tsx'

export function CustomFieldsPage() {
  const [making, setMaking] = useState(false)
  return (
    <>
      <PageHeading
        title="Custom fields"
        about="What this library wants to know of every asset."
        actions={
          <Button leftSection={<IconPlus size={18} stroke={1.8} aria-hidden="true" />} onClick={() => setMaking(true)}>
            New custom field
          </Button>
        }
      />
      <FieldTable />
      <FieldDialog field={null} opened={making} onClose={() => setMaking(false)} />
    </>
  )
}
