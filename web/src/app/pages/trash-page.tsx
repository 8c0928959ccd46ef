import { EmptyState, PageHeading } from '@descant/ui'
import { IconLock } from '@tabler/icons-react'
import { TrashList } from '../../features/trash/trash-list.tsx'
import { TextLink } from '../../lib/links.tsx'
import { useMayEdit } from '../../lib/visit.ts'
import { Shell } from '../shell.tsx'

export function TrashPage() {
  const mayEdit = useMayEdit()
  return (
    <Shell>
      <TextLink to="/" size="sm">
        Library
      </TextLink>
      <PageHeading title="Trash" about="Deleted assets are kept for 30 days, then they are erased for good." />
      {mayEdit ? (
        <TrashList />
      ) : (
        <EmptyState icon={<IconLock size={40} stroke={1.3} />} title="The trash is for contributors">
          Ask one of them if something should be brought back.
        </EmptyState>
      )}
    </Shell>
  )
}
