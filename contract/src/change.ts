import { type Static, Type } from 'typebox'
import { WireTime } from './wire-values.ts'

export const changeEvents = [
  'asset.added',
  'asset.changed',
  'asset.version',
  'asset.keyword.added',
  'asset.keyword.removed',
  'asset.deleted',
  'asset.restored',
  'asset.expired',
  'folder.added',
  'folder.changed',
  'folder.deleted',
  'album.added',
  'album.changed',
  'album.deleted',
] as const
export type ChangeEvent = (typeof changeEvents)[number]

/** Ours: `GET /api/v1/changes?since={cursor}&wait={seconds}`. */
export const ChangeList = Type.Object({
  cursor: Type.String(),
  changes: Type.Array(
    Type.Object({
      event: Type.Enum(changeEvents),
      /** The asset's scheme, or `folder`, or `album`. */
      scheme: Type.String(),
      id: Type.String(),
      time: WireTime,
    }),
  ),
  /** More is there already: ask again at once. */
  more: Type.Boolean(),
})
export type ChangeList = Static<typeof ChangeList>
