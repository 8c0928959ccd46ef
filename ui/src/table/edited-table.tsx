import { type ReactNode, useState } from 'react'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { EmptyState } from '../states/empty-state.tsx'
import { type Column, DataTable } from './data-table.tsx'
import { RowAction, RowActions } from './row-actions.tsx'

export type EditedTableProps<Row> = {
  label: string
  rows: Row[]
  rowKey: (row: Row) => string
  /** What a row is about, for those who do not see it, and for the question before it is deleted. */
  nameOf: (row: Row) => string
  /** Without the actions, which stand at the end. */
  columns: Column<Row>[]
  /** While there are no rows. */
  empty: { icon: ReactNode; title: string; text: ReactNode }
  /** Before the others. */
  renderAction?: (row: Row) => ReactNode
  edit?: {
    label?: string
    /** Closed while `row` is `null`. */
    renderDialog: (row: Row | null, onClose: () => void) => ReactNode
  }
  remove: {
    label?: string
    /** `Delete <name>?` where absent. */
    title?: string
    /** What follows from it. */
    consequence: (row: Row) => ReactNode
    run: (row: Row) => Promise<unknown>
  }
}

/** A table of things that are made and kept: each row can be edited, and deleted after a question. */
export function EditedTable<Row>({
  label,
  rows,
  rowKey,
  nameOf,
  columns,
  empty,
  renderAction,
  edit,
  remove,
}: EditedTableProps<Row>) {
  const [editing, setEditing] = useState<Row | null>(null)
  const [removing, setRemoving] = useState<Row | null>(null)
  const removeLabel = remove.label ?? 'Delete'

  const actions: Column<Row> = {
    header: 'Actions',
    quietHeader: true,
    align: 'end',
    cell: (row) => (
      <RowActions>
        {renderAction?.(row)}
        {edit && (
          <RowAction of={nameOf(row)} onClick={() => setEditing(row)}>
            {edit.label ?? 'Edit'}
          </RowAction>
        )}
        <RowAction of={nameOf(row)} danger onClick={() => setRemoving(row)}>
          {removeLabel}
        </RowAction>
      </RowActions>
    ),
  }

  return (
    <>
      {rows.length === 0 ? (
        <EmptyState icon={empty.icon} title={empty.title}>
          {empty.text}
        </EmptyState>
      ) : (
        <DataTable label={label} rows={rows} rowKey={rowKey} columns={[...columns, actions]} />
      )}
      {edit?.renderDialog(editing, () => setEditing(null))}
      <ConfirmDialog
        opened={removing !== null}
        title={remove.title ?? `${removeLabel} ${removing === null ? '' : nameOf(removing)}?`}
        confirmLabel={removeLabel}
        danger
        onClose={() => setRemoving(null)}
        onConfirm={async () => {
          if (removing !== null) await remove.run(removing)
        }}
      >
        {removing !== null && remove.consequence(removing)}
      </ConfirmDialog>
    </>
  )
}
