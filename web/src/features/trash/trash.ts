import type { Erased, Restored, TrashList } from '@descant/contract'
import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { assetsChanged } from '../../lib/api/change-assets.ts'
import type { Dam } from '../../lib/dam.ts'

export const pageLength = 100

export const trashQuery = (dam: Dam, page: number) =>
  queryOptions({
    queryKey: ['trash', page],
    queryFn: ({ signal }) =>
      dam.web.json<TrashList>(`/web/v1/trash?start=${(page - 1) * pageLength}&limit=${pageLength}`, { signal }),
    placeholderData: keepPreviousData,
  })

/** Answers how many are back; the others' time is over. */
export async function restore(dam: Dam, queries: QueryClient, ids: readonly string[]): Promise<number> {
  const answers = await inThousands(ids, (body) =>
    dam.web.json<Restored>('/web/v1/trash/restore', { method: 'POST', body }),
  )
  await assetsChanged(queries)
  return ids.length - answers.flatMap(({ failed }) => failed).length
}

/** For good. Answers how many. */
export async function erase(dam: Dam, queries: QueryClient, ids: readonly string[]): Promise<number> {
  const answers = await inThousands(ids, (body) =>
    dam.web.json<Erased>('/web/v1/trash/erase', { method: 'POST', body }),
  )
  await queries.invalidateQueries({ queryKey: ['trash'] })
  return answers.reduce((sum, { erased }) => sum + erased, 0)
}

export async function emptyTrash(dam: Dam, queries: QueryClient): Promise<number> {
  const { erased } = await dam.web.json<Erased>('/web/v1/trash/empty', { method: 'POST' })
  await queries.invalidateQueries({ queryKey: ['trash'] })
  return erased
}

/** As many as one question may name. */
async function inThousands<Answer>(
  ids: readonly string[],
  ask: (body: { ids: readonly string[] }) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let at = 0; at < ids.length; at += 1000) answers.push(await ask({ ids: ids.slice(at, at + 1000) }))
  return answers
}
