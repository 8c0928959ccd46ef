import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ServerRefusal, SignedOut } from '../lib/server-refusal.ts'

const mostRetries = 2

/** `onSignedOut` is called when the server no longer knows who we are, whatever we asked. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof SignedOut) onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // A list one comes back to is shown as it was, then brought up to date.
        gcTime: 30 * 60_000,
        retry: (failures, error) => failures < mostRetries && mayPass(error),
      },
    },
  })
}

/** Whether asking the same again may help. */
function mayPass(error: unknown): boolean {
  if (error instanceof SignedOut) return false
  if (error instanceof ServerRefusal) return error.status >= 500 || error.status === 429
  return true
}
