import { type Static, Type } from 'typebox'
import { ContentId, Scheme, WireTime } from './wire-values.ts'

/** #9: the fields of the form that #10 posts, to be sent as they stand but for the ones the client fills in. */
export const UploadSetting = Type.Object({
  url: Type.String(),
  AWSAccessKeyId: Type.String(),
  Policy: Type.String(),
  key: Type.String(),
  /** Of S3's signature version 2, and of a server that takes the form itself. */
  Signature: Type.Optional(Type.String()),
  /** Of version 4, where the form leads to a bucket that wants it: these five stand for `Signature`. */
  'x-amz-algorithm': Type.Optional(Type.String()),
  'x-amz-credential': Type.Optional(Type.String()),
  'x-amz-date': Type.Optional(Type.String()),
  'x-amz-Signature': Type.Optional(Type.String()),
  'x-amz-security-token': Type.Optional(Type.String()),
  acl: Type.String(),
  'x-amz-meta-tag': Type.String(),
  'x-amz-meta-file_name': Type.String(),
  'x-amz-meta-scheme': Type.String(),
  'x-amz-meta-id': Type.String(),
  'x-amz-meta-album_id': Type.String(),
  /** What the client sent as `refer`, to find its own upload again in #11. */
  'x-amz-meta-refer_id': Type.Optional(Type.String()),
})
export type UploadSetting = Static<typeof UploadSetting>

/** #9: `refer` comes back as `x-amz-meta-refer_id`. `form=server` (ours): a form that the server takes itself, wherever its files lie. */
export const UploadSettingQuery = Type.Object({
  refer: Type.Optional(Type.String({ maxLength: 200 })),
  form: Type.Optional(Type.String({ maxLength: 20 })),
})
export type UploadSettingQuery = Static<typeof UploadSettingQuery>

export const uploadStatuses = ['Initial', 'Queue', 'Processing', 'Done', 'Error'] as const
export type UploadStatus = (typeof uploadStatuses)[number]

/** One row of #11. `id` is the asset's id once it is done. */
export const UploadEntry = Type.Object({
  id: ContentId,
  name: Type.String(),
  time: WireTime,
  status: Type.Enum(uploadStatuses),
  scheme: Type.Optional(Scheme),
  /** Why it ended as Error, or a warning. */
  message: Type.Optional(Type.String()),
  /** The `x-amz-meta-refer_id` that came with the file. */
  refer_id: Type.Optional(Type.String()),
})
export type UploadEntry = Static<typeof UploadEntry>

/** #11: `hours` is a whole number from 1 to 24; 1 where absent. */
export const UploadStatusQuery = Type.Object({ hours: Type.Optional(Type.String()) })
export type UploadStatusQuery = Static<typeof UploadStatusQuery>

export const UploadStatusList = Type.Object({ found: Type.Integer(), results: Type.Array(UploadEntry) })
export type UploadStatusList = Static<typeof UploadStatusList>
