import { FailedState, LoadingState } from '@descant/ui'
import type { ReactNode } from 'react'

/** What a question was answered with, as far as it is. */
export type Question<Answer> = {
  data: Answer | undefined
  error: Error | null
  refetch: () => unknown
}

/** The answer when it is there; until then that it comes, or why it does not. */
export function Answered<Answer>({
  question: { data, error, refetch },
  children,
}: {
  question: Question<Answer>
  children: (answer: Answer) => ReactNode
}) {
  if (data !== undefined) return children(data)
  if (error !== null) return <FailedState error={error} onRetry={() => void refetch()} />
  return <LoadingState />
}
