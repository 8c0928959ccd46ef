import { PageHeading } from '@descant/ui'
import { TrashList } from '../../features/trash/trash-list.tsx'
import { TextLink } from '../../lib/links.tsx'
import { Shell } from '../shell.tsx'

export function TrashPage() {
  return (
    <Shell>
      <TextLink to="/" size="sm">
        Library
      </TextLink>
      <PageHeading title="Trash" about="Deleted assets are kept for 30 days, then they are erased for good." />
      <TrashList />
    </Shell>
  )
}
