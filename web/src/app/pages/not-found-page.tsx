import { EmptyState } from '@descant/ui'
import { IconMapQuestion } from '@tabler/icons-react'
import { LinkButton } from '../../lib/links.tsx'

export function NotFoundPage() {
  return (
    <main>
      <title>Not found · Descant</title>
      <EmptyState
        icon={<IconMapQuestion size={40} stroke={1.3} />}
        title="There is no such page"
        headingLevel={1}
        action={
          <LinkButton to="/" variant="default">
            Go to the library
          </LinkButton>
        }
      >
        The address may be incomplete or old.
      </EmptyState>
    </main>
  )
}
