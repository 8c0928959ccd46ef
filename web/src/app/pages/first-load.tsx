import { LoadingState } from '@descant/ui'

/** Before we know who it is. */
export function FirstLoad() {
  return (
    <main style={{ minHeight: '100dvh', display: 'grid', placeItems: 'center' }}>
      <LoadingState />
    </main>
  )
}
