import './viewer.css'
import type { Scheme } from '@descant/contract'
import { SchemeIcon } from '@descant/ui'

/** The kind's icon, and why there is no more to see. */
export function NoPicture({ scheme, why, isComing }: { scheme: Scheme; why: string | null; isComing: boolean }) {
  return (
    <section className="viewer no-picture" aria-label="Preview">
      <SchemeIcon scheme={scheme} size={96} />
      <p role={isComing ? 'status' : undefined}>
        {isComing
          ? 'A preview is being made. It appears here when it is ready.'
          : (why ?? 'There is no preview of this file.')}
      </p>
    </section>
  )
}
