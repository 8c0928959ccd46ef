import { type Expression, type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import type { Asset } from '../../../domain/asset/asset.ts'
import type { BriefVersion } from '../../../domain/asset/brief-asset.ts'
import type { SqlDialect } from '../dialects/sql-dialect.ts'
import type { LibrarySchema } from '../library-schema.ts'

/** What other tables attach to an asset. Its own row repeats it as JSON, so that a page of assets is read quickly. */
export type Attached = Pick<Asset, 'tags' | 'keywords' | 'albumIds' | 'customValues'>

/** The same of its current version, as much as lists show. It changes less often, so it is noted apart. */
export type NotedVersion = {
  said: Omit<BriefVersion, 'measures' | 'metadata'>
  measures: BriefVersion['measures']
  metadata: BriefVersion['metadata']
}

export type OfAsset = ExpressionBuilder<LibrarySchema & { a: LibrarySchema['asset'] }, 'a'>

/** The JSON of `Attached`, gathered from the tables. */
export function gathered(asset: OfAsset, { jsonList, jsonObject }: SqlDialect): RawBuilder<string> {
  const tags = asset
    .selectFrom('asset_tag as t')
    .select((t) => jsonList(t.ref('t.tag'), t.ref('t.position')).as('list'))
    .whereRef('t.asset_id', '=', 'a.id')
  const keywords = asset
    .selectFrom('asset_keyword as ak')
    .innerJoin('keyword as k', 'k.id', 'ak.keyword_id')
    .select((k) => jsonList(k.ref('k.name'), k.ref('k.name_folded')).as('list'))
    .whereRef('ak.asset_id', '=', 'a.id')
  const albums = asset
    .selectFrom('asset_album as m')
    .select((m) => jsonList(m.ref('m.album_id'), m.ref('m.album_id')).as('list'))
    .whereRef('m.asset_id', '=', 'a.id')
  const customValues = asset
    .selectFrom('asset_custom_value as c')
    .select((c) => jsonObject(c.ref('c.field_id'), c.ref('c.value')).as('values'))
    .whereRef('c.asset_id', '=', 'a.id')
  return objectOf({ tags, keywords, albumIds: albums, customValues } satisfies Record<keyof Attached, unknown>)
}

/** The JSON of `NotedVersion`. */
export function gatheredVersion(asset: OfAsset, dialect: SqlDialect): RawBuilder<string> {
  const version = asset
    .selectFrom('version as w')
    .select((w) => versionJson(w, dialect).as('version'))
    .whereRef('w.asset_id', '=', 'a.id')
    .whereRef('w.no', '=', 'a.current_no')
  return sql<string>`${version}`
}

const versionJson = (
  w: ExpressionBuilder<LibrarySchema & { w: LibrarySchema['version'] }, 'w'>,
  { jsonOf }: SqlDialect,
): RawBuilder<string> =>
  objectOf({
    said: jsonOf({
      id: w.ref('w.id'),
      fileName: w.ref('w.file_name'),
      contentType: w.ref('w.content_type'),
      size: w.ref('w.size'),
      md5: w.ref('w.md5'),
      uploadedAt: w.ref('w.uploaded_at'),
    } satisfies Record<keyof NotedVersion['said'], unknown>),
    measures: jsonOf({
      width: w.ref('w.width'),
      height: w.ref('w.height'),
      dpi: w.ref('w.dpi'),
      duration: w.ref('w.duration'),
      pages: w.ref('w.pages'),
      createdInFileAt: w.ref('w.created_in_file_at'),
    } satisfies Record<keyof BriefVersion['measures'], unknown>),
    metadata: w.fn.coalesce('w.brief_metadata', 'w.metadata'),
  } satisfies Record<keyof NotedVersion, unknown>)

/** Texts of JSON become members of one. */
function objectOf(members: Record<string, Expression<unknown>>): RawBuilder<string> {
  const parts = Object.entries(members).map(
    ([name, json], at) => sql`${sql.lit(`${at === 0 ? '{' : ','}"${name}":`)} || ${json}`,
  )
  return sql<string>`${sql.join(parts, sql` || `)} || ${sql.lit('}')}`
}
