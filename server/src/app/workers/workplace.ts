import type { Account } from '../../domain/account/account.ts'
import { lookForIncomingWhenDue } from '../../domain/intake/look-for-incoming.ts'
import type { Library } from '../../domain/ports/library.ts'
import type { ObjectStore } from '../../domain/ports/object-store.ts'
import type { Adapters } from '../choose-adapters.ts'

/** One account, as the workers see it. */
export type Workplace = {
  library: Library
  objects: ObjectStore
  lookForIncoming: ReturnType<typeof lookForIncomingWhenDue>
  onCommit(listener: () => void): void
  leave(): void
}

export async function openWorkplace(
  { libraries, objectsOf }: Pick<Adapters, 'libraries' | 'objectsOf'>,
  account: Account,
): Promise<Workplace> {
  const library = await libraries.of(account)
  const unsubscribe: (() => void)[] = []
  return {
    library,
    objects: objectsOf(account.id),
    lookForIncoming: lookForIncomingWhenDue(),
    onCommit: (listener) => void unsubscribe.push(library.onCommit(listener)),
    leave: () =>
      unsubscribe.splice(0).forEach((end) => {
        end()
      }),
  }
}
