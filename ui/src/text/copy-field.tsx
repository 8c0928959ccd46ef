import { ActionIcon, Group, PasswordInput, TextInput, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { copyText } from './copy-text.ts'

/** A value to take along. Secrets are covered until asked for, and copied without being shown. */
export function CopyField({
  label,
  value,
  secret = false,
  description,
}: {
  label: string
  value: string
  secret?: boolean
  description?: ReactNode
}) {
  const [said, setSaid] = useState('')
  const copied = said.endsWith('copied')

  useEffect(() => {
    if (said === '') return
    const timer = setTimeout(() => setSaid(''), 2500)
    return () => clearTimeout(timer)
  }, [said])

  const copy = async () => {
    setSaid((await copyText(value)) ? `${label} copied` : `${label} could not be copied: select it and copy by hand`)
  }
  const Field = secret ? PasswordInput : TextInput

  return (
    <div>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <Field
          label={label}
          {...(description !== undefined && { description })}
          value={value}
          readOnly
          autoComplete="off"
          {...(secret && { visibilityToggleButtonProps: revealProps(label) })}
          onFocus={(event) => event.currentTarget.select()}
          styles={{ root: { flex: 1, minWidth: 0 }, input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        />
        <ActionIcon
          variant="default"
          size={36}
          aria-label={`Copy ${label}`}
          title={`Copy ${label}`}
          onClick={() => void copy()}
        >
          {copied ? <IconCheck size={18} /> : <IconCopy size={18} stroke={1.6} />}
        </ActionIcon>
      </Group>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  )
}

const revealProps = (label: string) => ({ 'aria-label': `Show or hide ${label}`, 'aria-hidden': false, tabIndex: 0 })
