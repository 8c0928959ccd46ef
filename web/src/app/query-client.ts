import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { saysSignedOut } from '../lib/signed-out.ts'

/** `onSignedOut` is called when the server no longer knows who we are, whatever we asked. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (saysSignedOut(error)) onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // A list one comes back to is shown as it was, then brought up to date.
        gcTime: 30 * 60_000,
        retry: false, // the client has tried again already
      },
    },
  })
}
