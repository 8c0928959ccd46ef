import type { ContentRef } from '@descant/client'
import { Button, type ButtonProps } from '@mantine/core'
import { IconShare2 } from '@tabler/icons-react'
import { useState } from 'react'
import { ShareDialog } from './share-dialog.tsx'

export function ShareButton({
  contents,
  title,
  ...button
}: { contents: readonly ContentRef[]; title: string } & ButtonProps) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconShare2 size={18} stroke={1.6} aria-hidden="true" />}
        {...button}
        onClick={() => setOpened(true)}
      >
        Share
      </Button>
      <ShareDialog contents={contents} title={title} opened={opened} onClose={() => setOpened(false)} />
    </>
  )
}
