import type { ContentDetails } from '@descant/contract'
import { ConfirmDialog, notify } from '@descant/ui'
import { useQueryClient } from '@tanstack/react-query'
import { assetsGone, deleteAssets } from '../../lib/api/change-assets.ts'
import { useDam } from '../../lib/visit.ts'

export function DeleteDialog({
  asset,
  opened,
  onClose,
  onDeleted,
}: {
  asset: ContentDetails
  opened: boolean
  onClose: () => void
  onDeleted: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()

  return (
    <ConfirmDialog
      opened={opened}
      title={`Delete ${asset.name}?`}
      confirmLabel="Delete"
      danger
      onClose={onClose}
      onConfirm={async () => {
        const failed = await deleteAssets(dam, [asset])
        if (failed.size > 0) throw new Error('It could not be deleted. It may be gone already.')
        onDeleted()
        notify(`${asset.name} is in the trash.`)
        await assetsGone(queries)
      }}
    >
      It goes to the trash, from where it can be restored for 30 days. Links that share it stop showing it.
    </ConfirmDialog>
  )
}
