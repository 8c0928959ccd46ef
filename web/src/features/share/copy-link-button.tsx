import { copyText, notify } from '@descant/ui'
import { ActionIcon } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'

export function CopyLinkButton({ url, label }: { url: string; label: string }) {
  const copy = async () => {
    notify((await copyText(url)) ? 'The link is copied.' : `The link could not be copied. It is ${url}`)
  }
  return (
    <ActionIcon variant="default" size={30} aria-label={label} title={label} onClick={() => void copy()}>
      <IconLink size={16} stroke={1.6} />
    </ActionIcon>
  )
}
