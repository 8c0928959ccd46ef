import type { Preset } from '@descant/contract'
import { EditedTable } from '@descant/ui'
import { Text } from '@mantine/core'
import { IconDimensions } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Answered } from '../../lib/answered.tsx'
import { useDam } from '../../lib/visit.ts'
import { PresetDialog } from './preset-dialog.tsx'
import { deletePreset, presetsQuery } from './presets.ts'

export function PresetTable() {
  const dam = useDam()
  const queries = useQueryClient()
  const presets = useQuery(presetsQuery(dam))

  return (
    <Answered question={presets}>
      {({ results }) => (
        <EditedTable
          label="Presets"
          rows={results}
          rowKey={({ id }) => id}
          nameOf={({ name }) => name}
          columns={[
            { header: 'Name', rowHeader: true, cell: (preset) => <PresetName preset={preset} /> },
            { header: 'Size', cell: sizeInWords },
            { header: 'Offered in', cell: placesInWords },
          ]}
          empty={{
            icon: <IconDimensions size={40} stroke={1.3} />,
            title: 'No presets yet',
            text: 'A preset is a size to download pictures in, for people who need just that.',
          }}
          edit={{
            renderDialog: (preset, onClose) => (
              <PresetDialog key={preset?.id} preset={preset} opened={preset !== null} onClose={onClose} />
            ),
          }}
          remove={{
            consequence: () => 'Nobody can download in this size any more, share links included.',
            run: async ({ id }) => {
              await deletePreset(dam, id)
              await queries.invalidateQueries({ queryKey: ['presets'] })
            },
          }}
        />
      )}
    </Answered>
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
