import { queryOptions } from '@tanstack/react-query'
import type { Dam } from '../dam.ts'

/** Every folder and album, by name. */
export const treeQuery = (dam: Dam) =>
  queryOptions({
    queryKey: ['tree'],
    queryFn: ({ signal }) => dam.tree({ sortBy: 'name', sortDirection: 'ascending', signal }),
    staleTime: 30_000,
  })
