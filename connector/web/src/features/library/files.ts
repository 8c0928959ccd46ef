import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { FileDetails, FileList } from '../../../../src/api/library-wire.ts'
import { ask } from '../../lib/ask.ts'

export type FileSearch = { search?: string; sort?: 'name' }
export const pageSize = 100

/** One page of "DAM Import", asked for again while it is looked at: files arrive by themselves. */
export const filesQuery = ({ search = '', sort }: FileSearch, page: number) =>
  queryOptions({
    queryKey: ['files', search, sort ?? 'imported', page],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({
        start: String(page * pageSize),
        limit: String(pageSize),
        sort: sort ?? 'imported',
        ...(search ? { search } : {}),
      })
      return ask<FileList>(`/api/folders/dam-import/files?${query}`, { signal })
    },
    placeholderData: keepPreviousData,
    refetchInterval: 3000,
  })

export const fileQuery = (id: string) =>
  queryOptions({
    queryKey: ['file', id],
    queryFn: ({ signal }) => ask<FileDetails>(`/api/files/${encodeURIComponent(id)}`, { signal }),
  })
