import { Alert, Button, Group, type ModalProps, Stack } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { sentenceOf } from '../states/sentence-of.ts'
import { Dialog } from './dialog.tsx'

/** Asks for a few things and does something with them; stays open with the reason when that fails. */
export function FormDialog({
  opened,
  title,
  submitLabel,
  size = 'md',
  onSubmit,
  onDone,
  onClose,
  children,
}: {
  opened: boolean
  title: string
  submitLabel: string
  size?: ModalProps['size']
  /** What was entered, by the fields' names. */
  onSubmit: (entered: FormData) => Promise<void>
  /** When that is done; absent: the dialog closes. */
  onDone?: () => void
  onClose: () => void
  children: ReactNode
}) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    if (opened) setProblem(null)
  }, [opened])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const entered = new FormData(event.currentTarget)
    setBusy(true)
    setProblem(null)
    try {
      await onSubmit(entered)
      ;(onDone ?? onClose)()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog opened={opened} onClose={onClose} title={title} size={size}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {children}
          {problem !== null && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
