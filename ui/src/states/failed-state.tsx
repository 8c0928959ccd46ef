import './states.css'
import { Button } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { sentenceOf } from './sentence-of.ts'

export function FailedState({
  error,
  onRetry,
  title = 'That did not work',
}: {
  error: unknown
  onRetry?: () => void
  title?: string
}) {
  return (
    <div className="state" role="alert">
      <IconCloudOff size={40} stroke={1.3} aria-hidden="true" />
      <p className="state-title">{title}</p>
      <p className="state-text">{sentenceOf(error)}</p>
      {onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}
