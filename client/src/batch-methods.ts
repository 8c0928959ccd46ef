import type { BatchContent, BatchDeleted } from '@descant/contract'
import type { Api, CallOptions } from './api.ts'
import type { ContentRef } from './asset-methods.ts'
import { references } from './metadata-methods.ts'

/** Later than v1.23; older servers answer 404. */
export function batchMethods(api: Api) {
  async function remove(
    path: string,
    things: readonly { id: string; scheme: string }[],
    { signal }: CallOptions,
  ): Promise<BatchDeleted> {
    const all: BatchDeleted = { status: 'success', deleteFail: [], permissionFail: [] }
    for (const json of groups(things)) {
      const some = await api.json<BatchDeleted>({ method: 'DELETE', path, json, signal }, (body) => 'status' in body)
      if (some.status !== 'success') all.status = some.status
      all.deleteFail.push(...(some.deleteFail ?? []))
      all.permissionFail.push(...(some.permissionFail ?? []))
    }
    return all
  }

  return {
    /** Details of any number, in the order asked; what is not there is in `failed`. */
    async detailsOfMany(contents: readonly ContentRef[], { signal }: CallOptions = {}): Promise<BatchContent> {
      const all: BatchContent = { docResult: [], failed: [] }
      for (const json of groups(references(contents))) {
        const call = { method: 'POST', path: '/batch/content', json, signal } as const
        const some = await api.json<BatchContent>(call, (body) => 'docResult' in body && Array.isArray(body.docResult))
        all.docResult.push(...some.docResult)
        all.failed.push(...(some.failed ?? []))
      }
      return all
    },
    /** Into the trash. */
    deleteContents: (contents: readonly ContentRef[], options: CallOptions = {}) =>
      remove('/batch/content', references(contents), options),
    /** Folders with everything inside, and albums; the assets in them stay. */
    deleteFolders: (folders: readonly { id: string; scheme: 'folder' | 'album' }[], options: CallOptions = {}) =>
      remove('/batch/folder', folders, options),
    /** Without `versionId`: of the current version. */
    async commentVersion(
      { id, scheme }: ContentRef,
      { comment, versionId }: { comment: string; versionId?: string },
      { signal }: CallOptions = {},
    ): Promise<void> {
      const json = { id, scheme, ...(versionId !== undefined && { versionId }), comment }
      await api.text({ method: 'POST', path: '/version/comment', json, signal })
    },
  }
}

/** Servers take a thousand at a time. */
function* groups<Thing>(things: readonly Thing[]): Generator<readonly Thing[]> {
  for (let at = 0; at < things.length; at += 1000) yield things.slice(at, at + 1000)
}
