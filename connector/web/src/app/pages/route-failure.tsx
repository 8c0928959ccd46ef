import { FailedState } from '@descant/ui'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'

/** A page whose first question was not answered. */
export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
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
