import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import type { UploadTarget } from './upload-item.ts'
import { useUploadQueue } from './use-upload-queue.ts'

/** Lets a person choose files; they go on their way at once. */
export function UploadButton({
  target,
  multiple = true,
  variant = 'filled',
  children = 'Upload',
}: {
  target: UploadTarget
  multiple?: boolean
  variant?: 'filled' | 'default'
  children?: ReactNode
}) {
  const queue = useUploadQueue()
  const input = useRef<HTMLInputElement>(null)

  return (
    <>
      <input
        ref={input}
        type="file"
        multiple={multiple}
        hidden
        aria-label={target.versionOf === null ? 'Files to upload' : 'File of the new version'}
        onChange={(event) => {
          queue.add(event.currentTarget.files ?? [], target)
          event.currentTarget.value = '' // the same file may be chosen again
        }}
      />
      <Button
        variant={variant}
        leftSection={<IconUpload size={18} stroke={1.8} aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
    </>
  )
}
