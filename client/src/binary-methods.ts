import { type AdvancedDownload, advancedAddress } from './advanced-download.ts'
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
    /** #24: an address of an image in another shape that needs no token. */
    advancedUri: (imageId: string, asked: AdvancedDownload = {}): Promise<string> =>
      api.value({ ...advancedAddress(imageId, 'download/directuri', asked), binary: true, signal: asked.signal }),
    /** #24: where the image in another shape is had with a token; for `download`. */
    advancedAddress: (imageId: string, asked: AdvancedDownload = {}): string => {
      const { path, query } = advancedAddress(imageId, 'download', asked)
      return `${api.binaryBase}${path}${query && `?${query}`}`
    },
    /** The bytes behind an address from an answer's `url`, or of a `ContentRef`'s original. */
    download: (from: string | ContentRef, options?: DownloadOptions) =>
      download(api, typeof from === 'string' ? from : originalOf(api, from), options),
  }
}

const originalOf = ({ binaryBase }: Api, { scheme, id }: ContentRef): string => `${binaryBase}${pathOf(scheme, id)}`
