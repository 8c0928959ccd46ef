import type { ShareDetail, UploadLinkBody } from '@descant/contract'
import type { Api, CallOptions } from './api.ts'
import type { ContentRef } from './asset-methods.ts'

export function sharingMethods(api: Api) {
  return {
    /** #25: a link to these assets for people without an account. */
    share: (
      contents: readonly ContentRef[],
      shareDetail: ShareDetail,
      { signal }: CallOptions = {},
    ): Promise<string> => {
      const json = { shareDetail, contents: contents.map(({ id, scheme }) => ({ id, scheme })) }
      return api.value({ method: 'PUT', path: '/share/batch', json, signal })
    },
    /** #28: a link by which people without an account send files; they get a mail. Answers its id. */
    createUploadLink: (link: UploadLinkBody, { signal }: CallOptions = {}): Promise<string> =>
      api.value({ method: 'POST', path: '/uploadlink', json: link, signal }),
  }
}
