import type { ErrorComponentProps } from '@tanstack/react-router'
import { RouteFailure } from './route-failure.tsx'

/** Before there is a frame around the page: the server could not even say who we are. */
export function WholePageFailure(props: ErrorComponentProps) {
  return (
    <main>
      <title>Descant</title>
      <RouteFailure {...props} />
    </main>
  )
}
