import { Alert } from '@mantine/core'

export const outcomes = ['granted', 'denied', 'failed', 'stale'] as const
export type Outcome = (typeof outcomes)[number]

/** What to say to somebody who comes back from Canto. */
export function Returned({ outcome, notice }: { outcome: Outcome; notice: string | null }) {
  if (outcome === 'granted') {
    return (
      <Alert color="verdigris" role="status">
        Canto is authenticated. Save to start importing.
      </Alert>
    )
  }
  return (
    <Alert color="red" role="alert">
      {outcome === 'stale' || notice === null ? stale : notice}
    </Alert>
  )
}

const stale = 'That answer from Canto belongs to another browser, or came too late. Authenticate Canto again.'
