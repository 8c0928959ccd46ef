import { type Static, Type } from 'typebox'
import { Contents } from './batch.ts'

/** #25. `expires` is the last day, `YYYY-MM-DD`; absent or `null`: never. */
export const ShareDetail = Type.Object({
  expires: Type.Optional(Type.Union([Type.String({ examples: ['2030-12-31'] }), Type.Null()])),
  hideShareBy: Type.Boolean(),
  allowDownloadOriginal: Type.Boolean(),
  allowCropAndResize: Type.Boolean(),
  allowPresets: Type.Boolean(),
})
export type ShareDetail = Static<typeof ShareDetail>

/** #25. The answer is the link, as text. */
export const ShareBody = Type.Object({
  shareDetail: ShareDetail,
  contents: Contents,
})
export type ShareBody = Static<typeof ShareBody>
