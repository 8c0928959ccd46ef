import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'

/** Sizes that an administrator has named, for downloads. */
export const downloadPresetsQuery = (dam: Dam) =>
  queryOptions({
    queryKey: ['download-presets'],
    queryFn: ({ signal }) => dam.presets({ signal }),
    staleTime: 60_000,
  })
