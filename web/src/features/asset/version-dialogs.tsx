import type { ContentDetails, VersionEntry } from '@descant/contract'
import { ConfirmDialog, FormDialog } from '@descant/ui'
import { Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { assetsChanged } from '../../lib/api/change-assets.ts'
import { enteredText } from '../../lib/entered-text.ts'
import { useDam } from '../../lib/visit.ts'

type VersionDialogProps = {
  asset: ContentDetails
  /** `null` is closed. */
  version: VersionEntry | null
  onClose: () => void
}

export function RevertDialog({ asset, version, onClose }: VersionDialogProps) {
  const dam = useDam()
  const queries = useQueryClient()

  return (
    <ConfirmDialog
      opened={version !== null}
      title={`Bring back version ${version?.no ?? ''}?`}
      confirmLabel="Bring back"
      onClose={onClose}
      onConfirm={async () => {
        if (version === null) return
        const { scheme, id } = asset
        const path = `/web/v1/assets/${scheme}/${id}/versions/${version.versionId}/revert`
        await dam.web.done(path, { method: 'POST' })
        await assetsChanged(queries)
      }}
    >
      Its file becomes the current version. Every version stays in the history.
    </ConfirmDialog>
  )
}

export function CommentDialog({ asset, version, onClose }: VersionDialogProps) {
  const dam = useDam()
  const queries = useQueryClient()

  return (
    <FormDialog
      opened={version !== null}
      title={`Comment on version ${version?.no ?? ''}`}
      submitLabel="Save"
      onClose={onClose}
      onSubmit={async (entered) => {
        if (version === null) return
        const { scheme, id } = asset
        const body = { scheme, id, versionId: version.versionId, comment: enteredText(entered, 'comment') }
        await dam.web.done('/api/v1/version/comment', { method: 'POST', body })
        await assetsChanged(queries)
      }}
    >
      <Textarea
        label="Comment"
        name="comment"
        description="What is new or different in it."
        defaultValue={version?.comment ?? ''}
        autosize
        minRows={2}
        maxRows={8}
        data-autofocus
      />
    </FormDialog>
  )
}
