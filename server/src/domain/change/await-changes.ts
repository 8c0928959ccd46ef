import type { Clock } from '../ports/clock.ts'
import type { Library } from '../ports/library.ts'
import type { Role } from '../user/user.ts'
import { type ChangePage, readChanges } from './read-changes.ts'

/**
 * The next page; where it is empty, the first that is not. Once `until` is aborted, the page as it is then: with
 * nothing on it, but with the cursor moved past what this role may not see.
 */
export async function awaitChanges(
  deps: { library: Library; clock: Clock },
  { since, limit, role, until }: { since: number | null; limit: number; role: Role; until: AbortSignal },
): Promise<ChangePage> {
  let from = since
  for (;;) {
    // listens before it looks, so that nothing commits between the two
    using commit = nextCommit(deps.library, until)
    const page = await readChanges(deps, { since: from, limit, role })
    if (page.changes.length > 0 || until.aborted) return page
    from = page.cursor
    if (!page.more) await commit.happened
  }
}

/** Resolves at the library's next commit, or when `until` is aborted. */
function nextCommit(library: Library, until: AbortSignal): Disposable & { happened: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>()
  const wake = () => resolve()
  const stopListening = library.onCommit(wake)
  until.addEventListener('abort', wake)
  if (until.aborted) wake()
  return {
    happened: promise,
    [Symbol.dispose]() {
      stopListening()
      until.removeEventListener('abort', wake)
    },
  }
}
