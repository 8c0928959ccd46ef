import './selection-bar.css'
import type { ContentRef } from '@descant/client'
import { Button, CloseButton } from '@mantine/core'
import { IconAlbum, IconAlbumOff, IconHash, IconPencil, IconTags, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { mostAtOnce } from '../../lib/api/change-assets.ts'
import { AlbumDialog } from './album-dialog.tsx'
import { DeleteSelectedDialog } from './delete-selected-dialog.tsx'
import { EditSelectedDialog } from './edit-selected-dialog.tsx'
import { LabelDialog } from './label-dialog.tsx'
import { RemoveFromAlbumDialog } from './remove-from-album-dialog.tsx'

type Doing = 'edit' | 'keyword' | 'tag' | 'album' | 'out' | 'delete'

/** What can be done with everything that is selected. */
export function SelectionBar({
  assets,
  found,
  album,
  share,
  onAll,
  onClear,
}: {
  assets: readonly ContentRef[]
  /** In the whole list. */
  found: number
  /** The album one is in. */
  album: { id: string; name: string } | null
  share: ReactNode
  onAll: () => void
  onClear: () => void
}) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const all = Math.min(found, mostAtOnce)

  return (
    <section className="selection-bar" aria-label="Selection">
      <span className="selection-count" role="status">
        {assets.length.toLocaleString()} selected
      </span>
      {assets.length < all && (
        <Button size="sm" variant="subtle" onClick={onAll}>
          {all < found ? `Select the first ${all.toLocaleString()}` : `Select all ${all.toLocaleString()}`}
        </Button>
      )}
      <BarButton icon={<IconPencil size={18} stroke={1.6} />} onClick={() => setDoing('edit')}>
        Edit
      </BarButton>
      <BarButton icon={<IconTags size={18} stroke={1.6} />} onClick={() => setDoing('keyword')}>
        Keywords
      </BarButton>
      <BarButton icon={<IconHash size={18} stroke={1.6} />} onClick={() => setDoing('tag')}>
        Tags
      </BarButton>
      <BarButton icon={<IconAlbum size={18} stroke={1.6} />} onClick={() => setDoing('album')}>
        Add to album
      </BarButton>
      {album !== null && (
        <BarButton icon={<IconAlbumOff size={18} stroke={1.6} />} onClick={() => setDoing('out')}>
          Remove from album
        </BarButton>
      )}
      {share}
      <BarButton icon={<IconTrash size={18} stroke={1.6} />} danger onClick={() => setDoing('delete')}>
        Delete
      </BarButton>
      <CloseButton aria-label="Clear the selection" onClick={onClear} />

      <EditSelectedDialog assets={assets} opened={doing === 'edit'} onClose={close} />
      <LabelDialog kind="keyword" assets={assets} opened={doing === 'keyword'} onClose={close} />
      <LabelDialog kind="tag" assets={assets} opened={doing === 'tag'} onClose={close} />
      <AlbumDialog assets={assets} opened={doing === 'album'} onClose={close} />
      <RemoveFromAlbumDialog
        assets={assets}
        album={doing === 'out' ? album : null}
        onClose={close}
        onRemoved={onClear}
      />
      <DeleteSelectedDialog assets={assets} opened={doing === 'delete'} onClose={close} onDeleted={onClear} />
    </section>
  )
}

function BarButton({
  icon,
  danger = false,
  onClick,
  children,
}: {
  icon: ReactNode
  danger?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <Button
      size="sm"
      variant={danger ? 'light' : 'default'}
      {...(danger && { color: 'red' })}
      leftSection={icon}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}
