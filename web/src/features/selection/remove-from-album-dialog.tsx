import type { ContentRef } from '@descant/client'
import { ConfirmDialog, notify } from '@descant/ui'
import { useQueryClient } from '@tanstack/react-query'
import { assetsChanged } from '../../lib/api/change-assets.ts'
import { useDam } from '../../lib/visit.ts'
import { assetsInWords } from './assets-in-words.ts'

/** `album: null` is closed. */
export function RemoveFromAlbumDialog({
  assets,
  album,
  onClose,
  onRemoved,
}: {
  assets: readonly ContentRef[]
  album: { id: string; name: string } | null
  onClose: () => void
  onRemoved: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()

  return (
    <ConfirmDialog
      opened={album !== null}
      title={`Remove ${assetsInWords(assets.length)} from ${album?.name ?? ''}?`}
      confirmLabel="Remove"
      onClose={onClose}
      onConfirm={async () => {
        if (album === null) return
        const failures = await dam.removeFromAlbum(album.id, assets)
        await assetsChanged(queries)
        if (failures.length > 0) throw new Error(`${assetsInWords(failures.length)} could not be removed.`)
        notify(`Removed from ${album.name}.`)
        onRemoved()
      }}
    >
      They stay in the library and in their other albums.
    </ConfirmDialog>
  )
}
