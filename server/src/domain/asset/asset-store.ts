import type { CollectionId } from '../collection/collection.ts'
import type { Asset, AssetId } from './asset.ts'
import type { BriefAsset } from './brief-asset.ts'
import type { Scheme } from './scheme.ts'
import type { Examination, Version, VersionId } from './version.ts'

/** What changes about an asset itself; tags, keywords, albums and versions have verbs of their own. */
export type AssetFields = Pick<
  Asset,
  | 'scheme'
  | 'name'
  | 'description'
  | 'author'
  | 'copyright'
  | 'termsAndConditions'
  | 'modifiedAt'
  | 'approval'
  | 'expiresAt'
>

export type AskedVersions = { after: VersionId | null; limit: number; lacking: boolean; scheme: Scheme | null }
export type ListedVersion = Pick<Version, 'id' | 'assetId' | 'scheme' | 'extension' | 'contentType' | 'lacked'>

export interface AssetStore {
  /**
   * With its first version, tags and albums. Keywords are attached through `KeywordStore`, values of custom fields set
   * through `CustomFieldStore`.
   */
  insert(asset: Asset): Promise<void>
  /**
   * In the order asked; unknown and trashed ids are left out. Any number of ids; a few queries in all. The text inside
   * documents, which may be long, is empty unless it is asked for.
   */
  findMany(ids: readonly AssetId[], options?: { withText?: boolean }): Promise<Asset[]>
  /** The same of what lists show, in less time. */
  findBriefs(ids: readonly AssetId[]): Promise<BriefAsset[]>
  update(id: AssetId, fields: Partial<AssetFields>): Promise<void>
  /** Sets `modifiedAt` of any number of assets, a few queries in all; answers those there are, trashed left out, in no order. */
  touch(ids: readonly AssetId[], modifiedAt: number): Promise<Pick<Asset, 'id' | 'scheme'>[]>
  /** Answers false when it had the tag already (without regard to case). */
  addTag(id: AssetId, tag: string): Promise<boolean>
  /** Answers false when it did not have it. */
  removeTag(id: AssetId, tag: string): Promise<boolean>
  /** Answers false when it was there already. */
  addToAlbum(id: AssetId, album: CollectionId): Promise<boolean>
  removeFromAlbum(id: AssetId, album: CollectionId): Promise<boolean>
  /** Becomes the current version. `no` must be one more than the current one's. */
  addVersion(version: Version): Promise<void>
  /** Newest first. */
  versionsOf(id: AssetId): Promise<Version[]>
  findVersion(id: AssetId, version: VersionId): Promise<Version | undefined>
  /** Of an unknown version: nothing. The scheme of an asset whose current version it is follows. */
  recordExamination(id: AssetId, version: VersionId, examination: Examination): Promise<void>
  /** By id, after `after`; trashed assets' left out. With `lacking` those alone that lacked something. */
  listVersions(asked: AskedVersions): Promise<ListedVersion[]>
  /** Of an unknown version: nothing. */
  commentVersion(id: AssetId, version: VersionId, comment: string): Promise<void>
  /** Into the trash: gone from everything but the trash. */
  trash(id: AssetId, at: number): Promise<void>
  restore(id: AssetId): Promise<void>
  /** Ids in ascending order after `after`, trashed left out; to rebuild the search index. */
  idsAfter(after: AssetId | null, limit: number): Promise<AssetId[]>
  /** How many there are, trashed left out. */
  count(): Promise<number>
  /** Assets, trashed ones too, whose current original or older versions have these bytes. */
  findByContent(sha256: string): Promise<AssetId[]>
  /** Those that are in one of the albums, trashed ones too; in no order. Any number of either, a few queries in all. */
  findInAlbums(ids: readonly AssetId[], albums: readonly CollectionId[]): Promise<AssetId[]>
  /** Not expired at `from`, expired at `until`; for the change log. */
  expiringBetween(from: number, until: number): Promise<AssetId[]>
  /**
   * Assets, trashed ones too, whose rows don't note what is attached to them (tags, keywords, albums, values of custom
   * fields, the current version), as many lost some of it at once: they are as they should be, but take longer to read.
   */
  notNoted(limit: number): Promise<AssetId[]>
  /** Which of these, trashed ones too, have a note that says something else than what is attached. */
  misnoted(ids: readonly AssetId[]): Promise<AssetId[]>
  /** Of any of these, trashed ones too. */
  noteAttached(ids: readonly AssetId[]): Promise<void>
}
