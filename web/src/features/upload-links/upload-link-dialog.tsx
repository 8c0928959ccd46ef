import { CopyField, Dialog, FormDialog } from '@descant/ui'
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { today } from '../../lib/calendar-day.ts'
import { enteredText } from '../../lib/entered-text.ts'
import { useDam, useVisit } from '../../lib/visit.ts'
import { addressesIn, createUploadLink } from './upload-links.ts'

/** Makes an address where people without an account upload files: first what it is for, then the link itself. */
export function UploadLinkDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const dam = useDam()
  const { session } = useVisit()
  const queries = useQueryClient()
  const [link, setLink] = useState<string | null>(null)

  return (
    <>
      <FormDialog
        opened={opened && link === null}
        title="New upload link"
        submitLabel="Create link"
        onClose={onClose}
        onDone={() => {}} // the link takes its place
        onSubmit={async (entered) => {
          const lastDay = enteredText(entered, 'expires')
          const made = await createUploadLink(dam, {
            portalName: enteredText(entered, 'name'),
            description: enteredText(entered, 'description'),
            emailSubject: enteredText(entered, 'subject'),
            emailBody: enteredText(entered, 'body'),
            isNeverExpired: lastDay === '',
            displayExpireDate: lastDay === '' ? null : lastDay,
            recipients: addressesIn(enteredText(entered, 'recipients')).map((email) => ({
              firstName: '',
              lastName: '',
              email,
            })),
          })
          setLink(made)
          await queries.invalidateQueries({ queryKey: ['upload-links'] })
        }}
      >
        <TextInput
          label="Name"
          name="name"
          description="What comes goes into an album of this name."
          required
          withAsterisk={false}
          autoComplete="off"
          data-autofocus
        />
        <Textarea label="What to upload" name="description" description="Stands on the page." autosize minRows={2} />
        <TextInput
          label="Last day"
          name="expires"
          type="date"
          min={today()}
          description="Leave it empty for a link that stays."
        />
        <Textarea
          label="Recipients"
          name="recipients"
          description="E-mail addresses. Everyone gets a letter with the link; you can also pass it on yourself."
          autosize
          minRows={1}
        />
        <TextInput
          label="Subject of the letter"
          name="subject"
          defaultValue={`Files for ${session.account.name}`}
          required
          withAsterisk={false}
          autoComplete="off"
        />
        <Textarea
          label="Letter"
          name="body"
          defaultValue="Please upload your files at this address:"
          required
          withAsterisk={false}
          autosize
          minRows={2}
        />
      </FormDialog>
      <Dialog
        opened={opened && link !== null}
        onClose={onClose}
        onExitTransitionEnd={() => setLink(null)}
        title="The link is ready"
      >
        <Stack>
          <CopyField label="Link" value={link ?? ''} />
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
