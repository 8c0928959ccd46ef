import type { ContentDetails } from '@descant/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useDam } from '../../lib/visit.ts'
import { isFailure } from '../../lib/web-api.ts'

/**
 * Fetches files by their published addresses. Those need a token and answer with a redirect; a link cannot send a
 * token, so we follow the redirect without taking the bytes. Where terms must be accepted first, they are asked for.
 */
export function useDownload({ scheme, id, termsAndConditions }: ContentDetails) {
  const dam = useDam()
  const [withheld, setWithheld] = useState<string | null>(null)

  const download = useMutation({
    mutationFn: async (path: string) => {
      try {
        return await dam.web.finalUrl(path)
      } catch (error) {
        if (!isFailure(error, 403) || termsAndConditions === undefined) throw error
        setWithheld(path)
        return null
      }
    },
    onSuccess: (url) => {
      if (url !== null) window.location.assign(url)
    },
  })

  return {
    original: `/api_binary/v1/${scheme}/${id}`,
    start: download.mutate,
    /** The address that is being asked for. */
    pending: download.isPending ? download.variables : null,
    error: download.error,
    terms: {
      /** `null` while nothing is withheld. */
      text: withheld === null ? null : (termsAndConditions ?? ''),
      accept: async () => {
        if (withheld === null) return
        await dam.web.done(`/web/v1/assets/${scheme}/${id}/accept-terms`, { method: 'POST' })
        await download.mutateAsync(withheld)
      },
      dismiss: () => setWithheld(null),
    },
  }
}

export type DownloadInProgress = ReturnType<typeof useDownload>
