import { ActionIcon } from '@mantine/core'
import { IconFolderUp } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { chosenInFolder } from './dropped-files.ts'
import { planWays } from './plan-ways.ts'
import type { UploadTarget } from './upload-item.ts'
import { useUploadQueue } from './use-upload-queue.ts'

/** Lets a person choose a folder, whose folders become folders and albums: what dropping it does, by a button. */
export function FolderButton({ target }: { target: UploadTarget }) {
  const queue = useUploadQueue()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.setAttribute('webkitdirectory', ''), [])

  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Folder to upload"
        onChange={(event) => {
          queue.addPlaced(planWays(chosenInFolder(event.currentTarget.files ?? []), target))
          event.currentTarget.value = '' // the same folder may be chosen again
        }}
      />
      <ActionIcon
        variant="default"
        size={36}
        visibleFrom="sm"
        aria-label="Upload a folder"
        title="Upload a folder"
        onClick={() => input.current?.click()}
      >
        <IconFolderUp size={18} stroke={1.6} />
      </ActionIcon>
    </>
  )
}
