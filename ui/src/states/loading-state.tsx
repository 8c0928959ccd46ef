import './states.css'
import { Loader } from '@mantine/core'

/** Shows itself only when waiting takes a noticeable while. */
export function LoadingState({ label = 'Loading…' }: { label?: string }) {
  return (
    <div className="state state-loading" role="status">
      <Loader size="sm" aria-hidden="true" />
      <span>{label}</span>
    </div>
  )
}
