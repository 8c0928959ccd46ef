import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { sessionKey } from '../features/session/session.ts'
import { isRefused } from '../lib/ask.ts'

/** `onSignedOut` is called when the server no longer knows who we are, whatever we asked. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (!isRefused(error, 401) || error.problem !== 'not-signed-in') return
    queries.setQueryData(sessionKey, null)
    onSignedOut()
  }
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: 1 } },
  })
  return queries
}
