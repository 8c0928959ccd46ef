import type { ContentRef } from '@descant/client'
import type { ShareBody, ShareDetail, ShareList } from '@descant/contract'
import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Dam } from '../../lib/dam.ts'

const pageLength = 50

/** One's own links, for administrators everyone's; newest first. `content`: those that share this asset. */
export const sharesQuery = (dam: Dam, content?: string) =>
  infiniteQueryOptions({
    queryKey: ['shares', content ?? null],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({
        start: String(pageParam),
        limit: String(pageLength),
        ...(content !== undefined && { content }),
      })
      return dam.web.json<ShareList>(`/web/v1/shares?${asked}`, { signal })
    },
    getNextPageParam: ({ found }, pages) => {
      const got = pages.reduce((sum, { results }) => sum + results.length, 0)
      return got < found ? got : undefined
    },
  })

/** Answers the link. */
export function createShare(dam: Dam, contents: readonly ContentRef[], shareDetail: ShareDetail): Promise<string> {
  const body: ShareBody = { shareDetail, contents: contents.map(({ scheme, id }) => ({ scheme, id })) }
  return dam.web.text('/api/v1/share/batch', { method: 'PUT', body })
}

export const revokeShare = (dam: Dam, id: string) =>
  dam.web.done(`/web/v1/shares/${encodeURIComponent(id)}`, { method: 'DELETE' })
