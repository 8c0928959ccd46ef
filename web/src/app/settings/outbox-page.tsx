import { PageHeading } from '@descant/ui'
import { OutboxTable } from '../../features/outbox/outbox-table.tsx'

export function OutboxPage() {
  return (
    <>
      <PageHeading title="Outbox" about="Letters that the library sends, the last ones first." />
      <OutboxTable />
    </>
  )
}
