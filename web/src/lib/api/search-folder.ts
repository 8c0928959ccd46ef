import { searchQuery, segment } from '@descant/client'
import type { ContentList, SearchParameters } from '@descant/contract'
import type { Dam } from '../dam.ts'

/** Everything under a folder, however deep. */
export const searchFolder = (dam: Dam, folderId: string, asked: SearchParameters, signal: AbortSignal) =>
  dam.web.json<ContentList>(`/api/v1/folder/${segment(folderId)}?${searchQuery(asked)}`, { signal })
