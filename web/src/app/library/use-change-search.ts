import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { type LibrarySearch, parseLibrarySearch } from '../../features/library/library-search.ts'

/** Fields to set; `undefined` takes one out of the address. */
export type SearchChange = { [Name in keyof LibrarySearch]?: LibrarySearch[Name] | undefined }

/** Another question about the same place. */
export function useChangeSearch() {
  const navigate = useNavigate()
  return useCallback(
    (change: SearchChange, { replace = false }: { replace?: boolean } = {}) =>
      void navigate({ to: '.', search: (before) => parseLibrarySearch({ ...before, ...change }), replace }),
    [navigate],
  )
}
