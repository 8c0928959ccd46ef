import type { Vocabulary } from '@descant/contract'
import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'

/** The keywords an asset may carry. */
export const vocabularyQuery = (dam: Dam) =>
  queryOptions({
    queryKey: ['vocabulary'],
    queryFn: ({ signal }) => dam.web.json<Vocabulary>('/web/v1/keywords', { signal }),
    staleTime: 30_000,
  })
