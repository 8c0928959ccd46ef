import type { Preset } from '@descant/contract'
import { ConfirmDialog, DataTable, EmptyState } from '@descant/ui'
import { Text } from '@mantine/core'
import { IconDimensions } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { RowAction, RowActions } from '../../lib/row-actions.tsx'
import { useDam } from '../../lib/visit.ts'
import { PresetDialog } from './preset-dialog.tsx'
import { deletePreset, presetsQuery } from './presets.ts'

export function PresetTable() {
  const dam = useDam()
  const queries = useQueryClient()
  const presets = useQuery(presetsQuery(dam))
  const [editing, setEditing] = useState<Preset | null>(null)
  const [deleting, setDeleting] = useState<Preset | null>(null)

  return (
    <>
      <Answered question={presets}>
        {({ results }) =>
          results.length === 0 ? (
            <EmptyState icon={<IconDimensions size={40} stroke={1.3} />} title="No presets yet">
              A preset is a size to download pictures in, for people who need just that.
            </EmptyState>
          ) : (
            <DataTable
              label="Presets"
              rows={results}
              rowKey={({ id }) => id}
              columns={[
                { header: 'Name', rowHeader: true, cell: (preset) => <PresetName preset={preset} /> },
                { header: 'Size', cell: sizeInWords },
                { header: 'Offered in', cell: placesInWords },
                {
                  header: 'Actions',
                  quietHeader: true,
                  align: 'end',
                  cell: (preset) => (
                    <RowActions>
                      <RowAction of={preset.name} onClick={() => setEditing(preset)}>
                        Edit
                      </RowAction>
                      <RowAction of={preset.name} danger onClick={() => setDeleting(preset)}>
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
      <PresetDialog key={editing?.id} preset={editing} opened={editing !== null} onClose={() => setEditing(null)} />
      <ConfirmDialog
        opened={deleting !== null}
        title={`Delete ${deleting?.name ?? ''}?`}
        confirmLabel="Delete"
        danger
        onClose={() => setDeleting(null)}
        onConfirm={async () => {
          if (deleting === null) return
          await deletePreset(dam, deleting.id)
          await queries.invalidateQueries({ queryKey: ['presets'] })
        }}
      >
        Nobody can download in this size any more, share links included.
      </ConfirmDialog>
    </>
  )
}

function PresetName({ preset }: { preset: Preset }) {
  return (
    <>
      {preset.name}
      {preset.description !== '' && (
        <Text size="sm" c="dimmed">
          {preset.description}
        </Text>
      )}
    </>
  )
}

const sizeInWords = ({ width, height, keepAspectRatio }: Preset): string =>
  `${width} × ${height} px, ${keepAspectRatio ? 'in proportion' : 'stretched'}`

const placesInWords = ({ mainLibraryEnabled, portalEnabled }: Preset): string =>
  [...(mainLibraryEnabled ? ['Main library'] : []), ...(portalEnabled ? ['portals'] : [])].join(', ') || 'Nowhere'
