import type { TreeNode } from '@descant/contract'
import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconFolderShare, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { DeleteCollectionDialog } from './delete-collection-dialog.tsx'
import { EditCollectionDialog } from './edit-collection-dialog.tsx'
import { MoveCollectionDialog } from './move-collection-dialog.tsx'

type Doing = 'edit' | 'move' | 'delete'

/** What can be done with the folder or album one is at. */
export function CollectionMenu({ node, onDeleted }: { node: TreeNode; onDeleted: () => void }) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={`Change ${node.name}`}>
            <IconDots size={20} stroke={1.8} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={18} stroke={1.6} />} onClick={() => setDoing('edit')}>
            Name and description
          </Menu.Item>
          <Menu.Item leftSection={<IconFolderShare size={18} stroke={1.6} />} onClick={() => setDoing('move')}>
            Move to…
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash size={18} stroke={1.6} />} onClick={() => setDoing('delete')}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <EditCollectionDialog key={`edit ${node.id}`} node={node} opened={doing === 'edit'} onClose={close} />
      <MoveCollectionDialog key={`move ${node.id} ${doing}`} node={node} opened={doing === 'move'} onClose={close} />
      <DeleteCollectionDialog node={node} opened={doing === 'delete'} onClose={close} onDeleted={onDeleted} />
    </>
  )
}
