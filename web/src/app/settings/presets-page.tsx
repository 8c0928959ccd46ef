import { PageHeading } from '@descant/ui'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { PresetDialog } from '../../features/presets/preset-dialog.tsx'
import { PresetTable } from '../../features/presets/preset-table.tsx'

export function PresetsPage() {
  const [making, setMaking] = useState(false)
  return (
    <>
      <PageHeading
        title="Presets"
        about="Sizes to download pictures in."
        actions={
          <Button leftSection={<IconPlus size={18} stroke={1.8} aria-hidden="true" />} onClick={() => setMaking(true)}>
            New preset
          </Button>
        }
      />
      <PresetTable />
      <PresetDialog preset={null} opened={making} onClose={() => setMaking(false)} />
    </>
  )
}
