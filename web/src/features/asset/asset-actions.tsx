import type { ContentDetails } from '@descant/contract'
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconCursorText, IconDotsVertical, IconPencil, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useMayEdit } from '../../lib/visit.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { DownloadMenu } from './download-menu.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import type { DownloadInProgress } from './use-download.ts'

/** What one may do with an asset; what is seldom done is behind the dots. */
export function AssetActions({
  asset,
  download,
  share,
  onDeleted,
}: {
  asset: ContentDetails
  download: DownloadInProgress
  share: ReactNode
  onDeleted: () => void
}) {
  const mayEdit = useMayEdit()
  const [doing, setDoing] = useState<'edit' | 'rename' | 'delete' | null>(null)
  const close = () => setDoing(null)

  return (
    <>
      {mayEdit && (
        <Button
          variant="default"
          className="asset-action"
          leftSection={<IconPencil size={18} stroke={1.6} aria-hidden="true" />}
          onClick={() => setDoing('edit')}
        >
          Edit
        </Button>
      )}
      {mayEdit && share}
      <DownloadMenu asset={asset} download={download} />
      {mayEdit && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label="More actions">
              <IconDotsVertical size={18} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconCursorText size={18} stroke={1.6} />} onClick={() => setDoing('rename')}>
              Rename
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={18} stroke={1.6} />}
              onClick={() => setDoing('delete')}
            >
              Delete
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <EditDialog asset={asset} opened={doing === 'edit'} onClose={close} />
      <RenameDialog asset={asset} name={asset.name} opened={doing === 'rename'} onClose={close} />
      <DeleteDialog asset={asset} opened={doing === 'delete'} onClose={close} onDeleted={onDeleted} />
    </>
  )
}
