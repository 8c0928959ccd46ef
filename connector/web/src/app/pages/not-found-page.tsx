import { EmptyState } from '@descant/ui'
import { IconMapQuestion } from '@tabler/icons-react'
import { LinkButton } from '../../lib/links.tsx'
import { product } from '../../lib/product.ts'

export function NotFoundPage() {
  return (
    <>
      <title>{`Not here · ${product}`}</title>
      <EmptyState
        icon={<IconMapQuestion size={40} stroke={1.3} />}
        title="This is not here"
        headingLevel={1}
        action={
          <LinkButton to="/" variant="default">
            Go to the library
          </LinkButton>
        }
      >
        It left the library, or the address is wrong.
      </EmptyState>
    </>
  )
}
