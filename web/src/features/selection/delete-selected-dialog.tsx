import type { ContentRef } from '@descant/client'
import { ConfirmDialog, notify } from '@descant/ui'
import { useQueryClient } from '@tanstack/react-query'
import { assetsGone, deleteAssets } from '../../lib/api/change-assets.ts'
import { useDam } from '../../lib/visit.ts'
import { assetsInWords } from './assets-in-words.ts'

export function DeleteSelectedDialog({
  assets,
  opened,
  onClose,
  onDeleted,
}: {
  assets: readonly ContentRef[]
  opened: boolean
  onClose: () => void
  onDeleted: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()

  return (
    <ConfirmDialog
      opened={opened}
      title={`Delete ${assetsInWords(assets.length)}?`}
      confirmLabel="Delete"
      danger
      onClose={onClose}
      onConfirm={async () => {
        const failed = await deleteAssets(dam, assets)
        await assetsGone(queries)
        if (failed.size > 0) throw new Error(`${assetsInWords(failed.size)} could not be deleted. The rest is.`)
        notify(`${assetsInWords(assets.length)} moved to the trash.`)
        onDeleted()
      }}
    >
      They go to the trash, from where they can be restored for 30 days. Links that share them stop showing them.
    </ConfirmDialog>
  )
}
