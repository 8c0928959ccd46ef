import { type Static, Type } from 'typebox'

const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/** `GET /api/folders`. */
export const FolderList = Type.Object({
  results: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), files: Type.Integer(), bytes: Type.Integer() }),
  ),
})
export type FolderList = Static<typeof FolderList>

/** One file of a folder. Times are milliseconds since 1970; addresses are relative to the connector's origin. */
export const FileEntry = Type.Object({
  id: Type.String(),
  name: Type.String(),
  scheme: Type.String(),
  size: Type.Integer(),
  thumbnail: OrNull(Type.String()),
  importedAt: Type.Integer(),
})
export type FileEntry = Static<typeof FileEntry>

/** `GET /api/folders/dam-import/files`. */
export const FileQuery = Type.Object({
  search: Type.Optional(Type.String({ maxLength: 200 })),
  sort: Type.Optional(Type.Union([Type.Literal('imported'), Type.Literal('name')])),
  start: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
})

export const FileList = Type.Object({
  found: Type.Integer(),
  start: Type.Integer(),
  limit: Type.Integer(),
  /** Of everything found. */
  bytes: Type.Integer(),
  results: Type.Array(FileEntry),
})
export type FileList = Static<typeof FileList>

/** `GET /api/files/{id}`. */
export const FileDetails = Type.Object({
  ...FileEntry.properties,
  download: Type.String(),
  md5: Type.String(),
  sha256: Type.String(),
  changedAt: Type.Integer(),
  source: Type.Object({
    provider: Type.Literal('canto'),
    name: Type.String(),
    page: OrNull(Type.String()),
    owner: Type.String(),
    description: Type.String(),
    keywords: Type.Array(Type.String()),
    tags: Type.Array(Type.String()),
    width: OrNull(Type.Integer()),
    height: OrNull(Type.Integer()),
  }),
})
export type FileDetails = Static<typeof FileDetails>
