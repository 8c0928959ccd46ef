import type { ErrorComponentProps } from '@tanstack/react-router'
import { Shell } from '../shell.tsx'
import { RouteFailure } from './route-failure.tsx'

export function AssetFailure(props: ErrorComponentProps) {
  return (
    <Shell>
      <RouteFailure {...props} />
    </Shell>
  )
}
