import type { ChangeList } from '@descant/contract'
import type { Api, CallOptions } from './api.ts'
import { CantoFailure } from './failures.ts'
import { queryString } from './search-query.ts'

export type Changes = ({ supported: true } & ChangeList) | { supported: false }

export function changeMethods(api: Api) {
  return {
    /**
     * What has happened since the cursor, oldest first; with `wait` (seconds, 60 at most) the answer may take that long
     * while there is nothing. Only Descant has it. A cursor too old to be kept rejects with status 410.
     */
    async changes({ since, wait, signal }: CallOptions & { since?: string; wait?: number } = {}): Promise<Changes> {
      try {
        const list = await api.json<ChangeList>(
          { path: '/changes', query: queryString({ since, wait }), signal, extraMs: Math.min(wait ?? 0, 60) * 1000 },
          (body) => 'cursor' in body && 'changes' in body && Array.isArray(body.changes),
        )
        return { ...list, supported: true }
      } catch (failure) {
        if (failure instanceof CantoFailure && isUnknownPath(failure)) return { supported: false }
        throw failure
      }
    },
  }
}

/** Not every server says 404 to what it does not know: some show a page, or redirect to one. */
const isUnknownPath = ({ status }: CantoFailure): boolean =>
  status === 404 || status === 405 || (status >= 200 && status < 400)
