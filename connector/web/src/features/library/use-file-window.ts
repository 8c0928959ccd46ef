import { useQueries } from '@tanstack/react-query'
import type { FileEntry } from '../../../../src/api/library-wire.ts'
import { type FileSearch, filesQuery, pageSize } from './files.ts'

/** The files from `first` to `last`, as far as they are here; pages out of sight are not asked for. */
export function useFileWindow(
  search: FileSearch,
  first: number,
  last: number,
): (index: number) => FileEntry | undefined {
  const [firstPage, lastPage] = [Math.floor(first / pageSize), Math.floor(Math.max(first, last) / pageSize)]
  const pages = Array.from({ length: lastPage - firstPage + 1 }, (_, offset) => firstPage + offset)
  const answers = useQueries({ queries: pages.map((page) => filesQuery(search, page)) })
  return (index) => answers[Math.floor(index / pageSize) - firstPage]?.data?.results[index % pageSize]
}
