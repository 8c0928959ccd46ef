import { type Static, Type } from 'typebox'
import { ContentDetails } from './content.ts'

export const ContentReference = Type.Object({
  id: Type.String({ examples: ['ob3mim4rf13dn2kc56lv1eko2p'] }),
  scheme: Type.String({ examples: ['image'] }),
  displayName: Type.Optional(Type.String()),
})
export type ContentReference = Static<typeof ContentReference>

/** As `ContentReference`, keyed by an id that need not be repeated. */
const KeyedReference = Type.Object({
  id: Type.Optional(Type.String()),
  scheme: Type.String(),
  displayName: Type.Optional(Type.String()),
})

/** An array of references or, as some clients send it, an object of them keyed by id. At most 1,000. */
export const Contents = Type.Union([Type.Array(ContentReference), Type.Record(Type.String(), KeyedReference)])
export type Contents = Static<typeof Contents>

/** #26 and #27. `albumPath` is an album's id or its id path. */
export const BatchAlbumBody = Type.Object({
  albumPath: Type.String({ examples: ['SIR13'] }),
  contents: Contents,
})
export type BatchAlbumBody = Static<typeof BatchAlbumBody>

export const BatchAlbumFailure = Type.Object({ id: Type.String(), displayName: Type.String(), reason: Type.String() })
export type BatchAlbumFailure = Static<typeof BatchAlbumFailure>

/** What batch methods are about: the references alone, or under `contents`. */
export const ContentsBody = Type.Union([
  Type.Array(ContentReference),
  Type.Object({ contents: Contents }),
  Type.Record(Type.String(), KeyedReference),
])
export type ContentsBody = Static<typeof ContentsBody>

const Common = Type.Union([Type.Array(Type.String()), Type.Null()])

/** #21: what all the contents have in common, as lists; `null` where they differ or have nothing in common. */
export const BatchValues = Type.Object({
  availableKeywords: Type.Array(Type.String()),
  approvalStatus: Common,
  /** `YYYY-MM-DD`. */
  expirationDate: Common,
  tag: Common,
  keyword: Common,
  description: Common,
  author: Common,
  copyright: Common,
  termsAndConditions: Common,
  /** Custom fields by name (ours). */
  additional: Type.Record(Type.String(), Type.Union([Type.Null(), Type.String(), Type.Array(Type.String())])),
})
export type BatchValues = Static<typeof BatchValues>

/** `propertyValue` is a text, or a list of texts; numbers count as texts, `null` as an empty one. */
const PropertyValue = Type.Unknown()

/** One change of #22. `propertyId`: a documented name, or the id or name of a custom field. */
export const BatchProperty = Type.Object({
  propertyId: Type.String(),
  propertyValue: Type.Optional(PropertyValue),
  action: Type.Optional(Type.Union([Type.String(), Type.Null()])),
})
export type BatchProperty = Static<typeof BatchProperty>

/** A change of a custom field in a list of its own: under its `id` or `name`. */
export const BatchCustomField = Type.Object({
  propertyId: Type.Optional(Type.String()),
  id: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  propertyValue: Type.Optional(PropertyValue),
  value: Type.Optional(PropertyValue),
  action: Type.Optional(Type.Union([Type.String(), Type.Null()])),
})
export type BatchCustomField = Static<typeof BatchCustomField>

/** #22. */
export const BatchEditBody = Type.Object({
  contents: Contents,
  properties: Type.Optional(Type.Array(BatchProperty)),
  customField: Type.Optional(Type.Array(BatchCustomField)),
})
export type BatchEditBody = Static<typeof BatchEditBody>

/** `POST /batch/content`: details of several, in the order asked. */
export const BatchContent = Type.Object({
  docResult: Type.Array(ContentDetails),
  failed: Type.Array(Type.Object({ id: Type.String(), scheme: Type.String() })),
})
export type BatchContent = Static<typeof BatchContent>

/** `DELETE /batch/content` and `DELETE /batch/folder`. `status`: `success`, or `fail` when something is left. */
export const BatchDeleted = Type.Object({
  status: Type.Union([Type.Literal('success'), Type.Literal('fail')]),
  deleteFail: Type.Array(Type.Object({ id: Type.String(), scheme: Type.String() })),
  permissionFail: Type.Array(Type.Object({ id: Type.String(), scheme: Type.String() })),
})
export type BatchDeleted = Static<typeof BatchDeleted>
