import type { Api, CallOptions } from './api.ts'
import type { ContentRef } from './asset-methods.ts'
import { type DownloadOptions, download } from './download.ts'
import { pathOf } from './path.ts'

export function binaryMethods(api: Api) {
  return {
    /** #38: an address of the preview that needs no token; `size` is its longest side. */
    previewUri: (
      { scheme, id }: ContentRef,
      { size, signal }: CallOptions & { size?: number } = {},
    ): Promise<string> => {
      const sized = size === undefined ? [] : [String(size)]
      return api.value({ path: pathOf(scheme, id, 'previewURI', ...sized), binary: true, signal })
    },
    /** #39: an address of the original that needs no token. */
    directUri: ({ scheme, id }: ContentRef, { signal }: CallOptions = {}): Promise<string> =>
      api.value({ path: pathOf(scheme, id, 'directuri'), binary: true, signal }),
    /** The bytes behind an address from an answer's `url`, or of a `ContentRef`'s original. */
    download: (from: string | ContentRef, options?: DownloadOptions) =>
      download(api, typeof from === 'string' ? from : originalOf(api, from), options),
  }
}

const originalOf = ({ binaryBase }: Api, { scheme, id }: ContentRef): string => `${binaryBase}${pathOf(scheme, id)}`
