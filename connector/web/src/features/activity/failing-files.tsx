import { type Column, DataTable } from '@descant/ui'
import type { ActivityList } from '../../../../src/api/activity-wire.ts'
import './activity-table.css'
import { formatTime } from '../../lib/format.ts'

type Failing = ActivityList['failing'][number]

const columns: Column<Failing>[] = [
  { header: 'File', rowHeader: true, cell: ({ name }) => name },
  { header: 'What is wrong', cell: ({ reason }) => reason },
  { header: 'Attempts', align: 'end', cell: ({ attempts }) => attempts },
  { header: 'Next try', cell: ({ nextTryAt }) => <span className="activity-time">{formatTime(nextTryAt)}</span> },
]

/** Files that could not be brought in; each is tried again by itself. */
export function FailingFiles({ failing }: { failing: Failing[] }) {
  return <DataTable label="Files that failed" columns={columns} rows={failing} rowKey={({ id }) => id} />
}
