import { type Static, Type } from 'typebox'
import { CollectionId, ContentId, NumberInString, Scheme, WireTime } from './wire-values.ts'

export const ContentUrls = Type.Object({
  detail: Type.String(),
  preview: Type.String(),
  download: Type.String(),
  metadata: Type.String(),
  PNG: Type.Optional(Type.String()),
  HighJPG: Type.Optional(Type.String()),
  LowJPG: Type.Optional(Type.String()),
  /** Audio and video. */
  play: Type.Optional(Type.String()),
  /** Signed, expiring, good without a token. */
  directUrlOriginal: Type.Optional(Type.String()),
  /** Signed, good without a token; ends in `/800`, where a client may put another number. */
  directUrlPreview: Type.Optional(Type.String()),
  directUrlPreviewPlay: Type.Optional(Type.String()),
})
export type ContentUrls = Static<typeof ContentUrls>

export const RelatedAlbum = Type.Object({
  scheme: Type.Literal('album'),
  id: CollectionId,
  name: Type.String(),
  idPath: Type.String(),
  namePath: Type.String(),
  size: NumberInString,
  url: Type.Object({ detail: Type.String() }),
})
export type RelatedAlbum = Static<typeof RelatedAlbum>

export const ApprovalStatus = Type.Union([
  Type.Literal('Approved'),
  Type.Literal('Pending'),
  Type.Literal('Restricted'),
  Type.Literal('Expired'),
])

const CustomFieldValue = Type.Union([Type.Null(), Type.String(), Type.Array(Type.String())])

/** What every list gives for one asset. */
export const BriefContent = Type.Object({
  scheme: Scheme,
  id: ContentId,
  name: Type.String(),
  size: NumberInString,
  owner: Type.String(),
  ownerName: Type.String(),
  description: Type.String(),
  created: WireTime,
  time: WireTime,
  lastUploaded: WireTime,
  approvalStatus: ApprovalStatus,
  keyword: Type.Array(Type.String()),
  tag: Type.Array(Type.String()),
  width: Type.Optional(NumberInString),
  height: Type.Optional(NumberInString),
  dpi: Type.Optional(NumberInString),
  md5: Type.String(),
  url: ContentUrls,
  /** The documented names, `null` where the file says nothing. */
  default: Type.Record(Type.String(), Type.Union([Type.String(), Type.Null()])),
  additional: Type.Record(Type.String(), CustomFieldValue),
  relatedAlbums: Type.Array(RelatedAlbum),
})
export type BriefContent = Static<typeof BriefContent>

export const VersionEntry = Type.Object({
  no: NumberInString,
  ownerName: Type.String(),
  created: WireTime,
  time: WireTime,
  versionId: Type.String(),
  uri: Type.Object({ preview: Type.String(), download: Type.String() }),
  comment: Type.Optional(Type.String()),
})
export type VersionEntry = Static<typeof VersionEntry>

/** #3: everything about one asset. */
export const ContentDetails = Type.Object({
  ...BriefContent.properties,
  versionHistory: Type.Array(VersionEntry),
  metadata: Type.Record(Type.String(), Type.String()),
  copyright: Type.Optional(Type.String()),
  termsAndConditions: Type.Optional(Type.String()),
  expirationDate: Type.Optional(WireTime),
})
export type ContentDetails = Static<typeof ContentDetails>

/** #41. */
export const RenameBody = Type.Object({ name: Type.String() })
