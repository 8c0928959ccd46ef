import type { Preset } from '@descant/contract'
import { FormDialog } from '@descant/ui'
import { Checkbox, SimpleGrid, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { enteredText } from '../../lib/entered-text.ts'
import { useDam } from '../../lib/visit.ts'
import { createPreset, updatePreset } from './presets.ts'

export function PresetDialog({
  preset,
  opened,
  onClose,
}: {
  /** `null`: a new one. */
  preset: Preset | null
  opened: boolean
  onClose: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  const side = { type: 'number', min: 1, max: 30_000, required: true, withAsterisk: false } as const

  return (
    <FormDialog
      opened={opened}
      title={preset?.name ?? 'New preset'}
      submitLabel={preset === null ? 'Create' : 'Save'}
      onClose={onClose}
      onSubmit={async (entered) => {
        const said = {
          name: enteredText(entered, 'name'),
          description: enteredText(entered, 'description'),
          width: Number(enteredText(entered, 'width')),
          height: Number(enteredText(entered, 'height')),
          keepAspectRatio: entered.has('keepAspectRatio'),
          mainLibraryEnabled: entered.has('main'),
          portalEnabled: entered.has('portals'),
        }
        if (preset === null) await createPreset(dam, said)
        else await updatePreset(dam, preset.id, said)
        await queries.invalidateQueries({ queryKey: ['presets'] })
      }}
    >
      <TextInput
        label="Name"
        name="name"
        defaultValue={preset?.name}
        required
        withAsterisk={false}
        autoComplete="off"
        data-autofocus
      />
      <TextInput label="Description" name="description" defaultValue={preset?.description} autoComplete="off" />
      <SimpleGrid cols={2} spacing="md">
        <TextInput label="Width in pixels" name="width" defaultValue={preset?.width} {...side} />
        <TextInput label="Height in pixels" name="height" defaultValue={preset?.height} {...side} />
      </SimpleGrid>
      <Checkbox
        label="Keep the proportions"
        description="The picture fits into this size. Otherwise it is stretched to it."
        name="keepAspectRatio"
        defaultChecked={preset?.keepAspectRatio ?? true}
      />
      <Checkbox label="Offer it in the main library" name="main" defaultChecked={preset?.mainLibraryEnabled ?? true} />
      <Checkbox label="Offer it in portals" name="portals" defaultChecked={preset?.portalEnabled ?? true} />
    </FormDialog>
  )
}
