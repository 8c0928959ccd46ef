import type { UploadLinkBody, UploadLinkEntry, UploadLinkList } from '@descant/contract'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { wordsOfDay } from '../../lib/calendar-day.ts'
import type { Dam } from '../../lib/dam.ts'

export const uploadLinksQuery = (dam: Dam) =>
  infiniteQueryOptions({
    queryKey: ['upload-links'],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      dam.web.json<UploadLinkList>(`/web/v1/upload-links?start=${pageParam}&limit=50`, { signal }),
    getNextPageParam: ({ found }, pages) => {
      const got = pages.reduce((sum, { results }) => sum + results.length, 0)
      return got < found ? got : undefined
    },
  })

/** Answers the link. Its recipients are written to. */
export async function createUploadLink(dam: Dam, body: UploadLinkBody): Promise<string> {
  const id = await dam.web.text('/api/v1/uploadlink', { method: 'POST', body })
  return `${window.location.origin}/u/${id}`
}

export const revokeUploadLink = (dam: Dam, id: string) =>
  dam.web.done(`/web/v1/upload-links/${encodeURIComponent(id)}`, { method: 'DELETE' })

export function untilWhen({ state, expires }: UploadLinkEntry): string {
  if (state === 'revoked') return 'Revoked'
  if (expires === null) return 'No end'
  return state === 'expired' ? `Ended ${wordsOfDay(expires)}` : `Until ${wordsOfDay(expires)}`
}

/** Addresses in a text, however they are separated; each once. */
export const addressesIn = (text: string): string[] => [
  ...new Set(text.split(/[\s,;]+/).filter((address) => address !== '')),
]
