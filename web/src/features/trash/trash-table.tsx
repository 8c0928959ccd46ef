import type { TrashEntry } from '@descant/contract'
import { DataTable, RowAction, RowActions, Thumbnail } from '@descant/ui'
import { Checkbox, Group, Text } from '@mantine/core'
import { formatBytes } from '../../lib/format-bytes.ts'
import { dayOf, momentOf } from '../../lib/wire-time.ts'

export function TrashTable({
  entries,
  chosen,
  onChoose,
  onRestore,
  onErase,
}: {
  entries: TrashEntry[]
  chosen: ReadonlyMap<string, TrashEntry>
  onChoose: (entry: TrashEntry, on: boolean) => void
  onRestore: (entry: TrashEntry) => void
  /** Absent: this person may not. */
  onErase?: (entry: TrashEntry) => void
}) {
  return (
    <DataTable
      label="Deleted assets"
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        {
          header: 'Name',
          rowHeader: true,
          cell: (entry) => (
            <DeletedAsset entry={entry} chosen={chosen.has(entry.id)} onChoose={(on) => onChoose(entry, on)} />
          ),
        },
        { header: 'Owner', cell: ({ owner, ownerName }) => ownerName || owner },
        { header: 'Deleted', cell: ({ deleted }) => momentOf(deleted) },
        { header: 'Erased for good', cell: ({ erased }) => dayOf(erased) },
        {
          header: 'Actions',
          quietHeader: true,
          align: 'end',
          cell: (entry) => (
            <RowActions>
              <RowAction of={entry.name} onClick={() => onRestore(entry)}>
                Restore
              </RowAction>
              {onErase && (
                <RowAction of={entry.name} danger onClick={() => onErase(entry)}>
                  Erase now
                </RowAction>
              )}
            </RowActions>
          ),
        },
      ]}
    />
  )
}

function DeletedAsset({
  entry,
  chosen,
  onChoose,
}: {
  entry: TrashEntry
  chosen: boolean
  onChoose: (on: boolean) => void
}) {
  return (
    <Group gap="sm" wrap="nowrap">
      <Checkbox
        aria-label={`Select ${entry.name}`}
        checked={chosen}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <span className="trash-picture">
        <Thumbnail src={entry.preview} alt="" scheme={entry.scheme} />
      </span>
      <div className="trash-name">
        {entry.name}
        <Text size="sm" c="dimmed">
          {formatBytes(Number(entry.size))}
        </Text>
      </div>
    </Group>
  )
}
