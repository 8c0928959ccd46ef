import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import type { ContentDetails, UploadSetting, UploadStatusList } from '@descant/contract'

/** Sends files to a running library and asks what became of them. */
export type LibraryClient = ReturnType<typeof libraryClient>

export function libraryClient(origin: string, token: string) {
  const headers = { authorization: `Bearer ${token}` }
  const get = async <T>(path: string) => (await (await fetch(`${origin}${path}`, { headers })).json()) as T

  async function send(path: string): Promise<void> {
    const { url, ...given } = await get<UploadSetting>('/api/v1/upload/setting')
    const form = new FormData()
    for (const [name, value] of Object.entries(given)) form.append(name, value)
    form.append('file', await openAsBlob(path), basename(path))
    const { status } = await fetch(url, { method: 'POST', body: form })
    if (status !== 200) throw new Error(`${path}: ${status}`)
  }

  return {
    origin,
    token,
    headers,
    get,

    /** Four at a time, as browsers do. */
    async sendAll(paths: readonly string[]): Promise<void> {
      const waiting = paths.values()
      await Promise.all(
        Array.from({ length: 4 }, async () => {
          for (const path of waiting) await send(path)
        }),
      )
    },

    /** Resolves when all of these are assets; their ids by name. */
    async whenDone(names: readonly string[]): Promise<Map<string, { id: string; scheme: string }>> {
      const wanted = new Set(names)
      for (;;) {
        const { results } = await get<UploadStatusList>('/api/v1/upload/status?hours=24')
        const failed = results.find(({ status }) => status === 'Error')
        if (failed) throw new Error(`${failed.name}: ${failed.message}`)
        const ofThese = results.filter(({ name }) => wanted.has(name))
        const done = ofThese.filter(({ status }) => status === 'Done')
        if (done.length >= wanted.size && done.length === ofThese.length) {
          return new Map(done.map(({ name, id, scheme }) => [name, { id, scheme: scheme ?? '' }]))
        }
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },

    details: (scheme: string, id: string) => get<ContentDetails>(`/api/v1/${scheme}/${id}`),
  }
}
