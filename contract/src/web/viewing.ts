import { type Static, Type } from 'typebox'

/** `coming`: being made, ask again; `failed`: the file can't be played here. */
export const Playable = Type.Object({
  status: Type.Enum(['ready', 'coming', 'failed']),
  /** Signed, good without a token. */
  address: Type.Union([Type.Null(), Type.String()]),
  /** How much is made of what is coming, 0 to 1; `null` where nobody knows yet. */
  done: Type.Union([Type.Null(), Type.Number()]),
})
export type Playable = Static<typeof Playable>

/** Small frames in one picture, row by row, `everySeconds` apart from the beginning. Pixels. */
export const Storyboard = Type.Object({
  address: Type.String(),
  columns: Type.Integer(),
  frames: Type.Integer(),
  frameWidth: Type.Integer(),
  frameHeight: Type.Integer(),
  everySeconds: Type.Number(),
})
export type Storyboard = Static<typeof Storyboard>

/** What can be turned over, page by page. Size of the first page in points (1/72 inch). */
export const ViewedPages = Type.Object({
  count: Type.Integer(),
  width: Type.Number(),
  height: Type.Number(),
  /** Signed; `{page}` (from 1) and `{size}` (longest side in pixels) are to be filled in. */
  address: Type.String(),
})
export type ViewedPages = Static<typeof ViewedPages>

/** `?version=` names an older version by its `versionId`. */
export const ViewingQuery = Type.Object({ version: Type.Optional(Type.String()) })
export type ViewingQuery = Static<typeof ViewingQuery>

/** `GET /web/v1/assets/{scheme}/{id}/viewing`: what it takes to look at a file, beside its details. */
export const Viewing = Type.Object({
  /** Signed; ends in `/800`, where another number may be put. An icon where nothing is drawn. */
  preview: Type.String(),
  /** Whether there is a picture of its content; else its preview is an icon. */
  isDrawn: Type.Boolean(),
  /** Why there is no picture, or why it can't be played; `null` where nothing is amiss. */
  why: Type.Union([Type.Null(), Type.String()]),
  pages: Type.Union([Type.Null(), ViewedPages]),
  play: Type.Union([Type.Null(), Playable]),
  storyboard: Type.Union([Type.Null(), Storyboard]),
  /** Loudness along the sound, 0 to 1. */
  waveform: Type.Union([Type.Null(), Type.Array(Type.Number())]),
  /** Something of this is being made: it is worth asking again. */
  isComing: Type.Boolean(),
})
export type Viewing = Static<typeof Viewing>
