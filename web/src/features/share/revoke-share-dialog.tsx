import type { ShareEntry } from '@descant/contract'
import { ConfirmDialog } from '@descant/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useDam } from '../../lib/visit.ts'
import { revokeShare } from './shares.ts'

/** `share: null` is closed. */
export function RevokeShareDialog({ share, onClose }: { share: ShareEntry | null; onClose: () => void }) {
  const dam = useDam()
  const queries = useQueryClient()
  return (
    <ConfirmDialog
      opened={share !== null}
      title="Revoke this link?"
      confirmLabel="Revoke"
      danger
      onClose={onClose}
      onConfirm={async () => {
        if (share === null) return
        await revokeShare(dam, share.id)
        await queries.invalidateQueries({ queryKey: ['shares'] })
      }}
    >
      Whoever has it sees nothing any more, at once. This cannot be undone; a new link would be another one.
    </ConfirmDialog>
  )
}
