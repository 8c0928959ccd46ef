import type { TrashEntry } from '@descant/contract'
import { ConfirmDialog, notify } from '@descant/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useDam } from '../../lib/visit.ts'
import { emptyTrash, erase } from './trash.ts'

/** Without any entries it is closed. */
export function EraseDialog({
  entries,
  onClose,
  onErased,
}: {
  entries: readonly TrashEntry[]
  onClose: () => void
  onErased: (entries: readonly TrashEntry[]) => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  const what = entries.length === 1 ? (entries[0]?.name ?? '') : inWords(entries.length)
  return (
    <ConfirmDialog
      opened={entries.length > 0}
      title={`Erase ${what} for good?`}
      confirmLabel={entries.length === 1 ? 'Erase' : `Erase ${entries.length.toLocaleString()}`}
      danger
      onClose={onClose}
      onConfirm={async () => {
        const ids = entries.map(({ id }) => id)
        notify(`${inWords(await erase(dam, queries, ids))} erased.`)
        onErased(entries)
      }}
    >
      <Consequence count={entries.length} />
    </ConfirmDialog>
  )
}

export function EmptyTrashDialog({
  found,
  opened,
  onClose,
  onErased,
}: {
  found: number
  opened: boolean
  onClose: () => void
  onErased: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  return (
    <ConfirmDialog
      opened={opened}
      title={`Erase ${found === 1 ? 'the one asset' : `all ${inWords(found)}`} in the trash for good?`}
      confirmLabel="Empty trash"
      danger
      onClose={onClose}
      onConfirm={async () => {
        notify(`${inWords(await emptyTrash(dam, queries))} erased.`)
        onErased()
      }}
    >
      <Consequence count={found} />
    </ConfirmDialog>
  )
}

function Consequence({ count }: { count: number }) {
  const what = count === 1 ? 'it' : 'them'
  return `With all versions and everything written about ${what}. Nobody can bring ${what} back.`
}

const inWords = (count: number): string => (count === 1 ? '1 asset' : `${count.toLocaleString()} assets`)
