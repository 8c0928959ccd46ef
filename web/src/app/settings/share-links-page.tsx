import { PageHeading } from '@descant/ui'
import { ShareTable } from '../../features/share/share-table.tsx'

export function ShareLinksPage() {
  return (
    <>
      <PageHeading title="Share links" about="What people outside can see, and until when." />
      <ShareTable />
    </>
  )
}
