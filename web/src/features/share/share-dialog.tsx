import type { ContentRef } from '@descant/client'
import { CopyField, Dialog, FormDialog } from '@descant/ui'
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { today } from '../../lib/calendar-day.ts'
import { enteredText } from '../../lib/entered-text.ts'
import { useDam } from '../../lib/visit.ts'
import { createShare } from './shares.ts'

/** Makes a link that shows these assets to whoever has it: first what it allows, then the link itself. */
export function ShareDialog({
  contents,
  title,
  opened,
  onClose,
}: {
  contents: readonly ContentRef[]
  title: string
  opened: boolean
  onClose: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  const [link, setLink] = useState<string | null>(null)

  return (
    <>
      <FormDialog
        opened={opened && link === null}
        title={title}
        submitLabel="Create link"
        onClose={onClose}
        onDone={() => {}} // the link takes its place
        onSubmit={async (entered) => {
          const made = await createShare(dam, contents, {
            expires: enteredText(entered, 'expires') || null,
            hideShareBy: entered.has('hideShareBy'),
            allowDownloadOriginal: entered.has('original'),
            allowCropAndResize: entered.has('crop'),
            allowPresets: entered.has('presets'),
          })
          setLink(made)
          await queries.invalidateQueries({ queryKey: ['shares'] })
          await queries.invalidateQueries({ queryKey: ['activity'] })
        }}
      >
        <Text>
          Whoever has the link sees {contents.length === 1 ? 'this asset' : 'these assets'} without signing in.
        </Text>
        <TextInput
          label="Last day"
          name="expires"
          type="date"
          min={today()}
          description="Leave it empty for a link that stays."
          data-autofocus
        />
        <Checkbox name="original" label="Allow downloading the original" defaultChecked />
        <Checkbox name="crop" label="Allow cropping and resizing pictures" />
        <Checkbox name="presets" label="Allow the library’s presets" />
        <Checkbox name="hideShareBy" label="Do not say who shares" />
      </FormDialog>
      <Dialog
        opened={opened && link !== null}
        onClose={onClose}
        onExitTransitionEnd={() => setLink(null)}
        title="The link is ready"
      >
        <Stack>
          <CopyField label="Link" value={link ?? ''} description="You find it again on the asset’s page." />
          <Group justify="flex-end">
            <Button onClick={onClose} data-autofocus>
              Done
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  )
}
