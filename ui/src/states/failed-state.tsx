import './states.css'
import { Button } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { sentenceOf } from './sentence-of.ts'

export function FailedState({
  error,
  onRetry,
  title = 'That did not work',
  headingLevel = 2,
}: {
  error: unknown
  onRetry?: () => void
  title?: string
  /** 1 where this is all there is on the page. */
  headingLevel?: 1 | 2
}) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className="state" role="alert">
      <IconCloudOff size={40} stroke={1.3} aria-hidden="true" />
      <Heading className="state-title">{title}</Heading>
      <p className="state-text">{sentenceOf(error)}</p>
      {onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}
