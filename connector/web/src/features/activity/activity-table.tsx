import { type Column, DataTable } from '@descant/ui'
import { Badge } from '@mantine/core'
import type { ActivityList } from '../../../../src/api/activity-wire.ts'
import { formatTime } from '../../lib/format.ts'
import './activity-table.css'
import { describeActivity } from './describe-activity.ts'

type Entry = ActivityList['results'][number]

const isBad = ({ kind }: Entry) => kind === 'failed' || kind === 'grant-refused'

const columns: Column<Entry>[] = [
  { header: 'When', cell: ({ at }) => <span className="activity-time">{formatTime(at)}</span> },
  {
    header: 'What',
    cell: (entry) => (
      <Badge variant="light" tt="none" color={isBad(entry) ? 'red' : 'verdigris'}>
        {describeActivity(entry).what}
      </Badge>
    ),
  },
  { header: 'File', rowHeader: true, cell: ({ name }) => name ?? '—' },
  { header: 'About it', cell: (entry) => describeActivity(entry).detail },
]

export function ActivityTable({ entries }: { entries: Entry[] }) {
  return <DataTable label="What happened" columns={columns} rows={entries} rowKey={({ id }) => String(id)} />
}
