import './data-table.css'
import type { ReactNode } from 'react'

export type Column<Row> = {
  header: string
  /** The cell that names the row. */
  rowHeader?: boolean
  /** Hides the word above a column of buttons from the eye, not from a reader. */
  quietHeader?: boolean
  align?: 'start' | 'end'
  cell: (row: Row) => ReactNode
}

/** Rows and columns with headings; on a narrow screen each row is a card with its own labels. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
}: {
  label: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
}) {
  return (
    <div className="data-table">
      <table aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ header, quietHeader, align }) => (
              <th key={header} scope="col" data-align={align}>
                <span className={quietHeader ? 'data-table-quiet' : undefined}>{header}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.header} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row)
  if (column.rowHeader) return <th scope="row">{content}</th>
  return (
    <td data-label={column.quietHeader ? undefined : column.header} data-align={column.align}>
      {content}
    </td>
  )
}
