import { EmptyState, FailedState } from '@descant/ui'
import { IconMapQuestion } from '@tabler/icons-react'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { LinkButton } from '../../lib/links.tsx'
import { isFailure } from '../../lib/web-api.ts'

/** A page whose first question was not answered. */
export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter()

  if (isFailure(error, 404)) {
    return (
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
        It was deleted or moved, or you may not see it.
      </EmptyState>
    )
  }
  return (
    <FailedState
      headingLevel={1}
      error={error}
      onRetry={() => {
        reset()
        void router.invalidate()
      }}
    />
  )
}
