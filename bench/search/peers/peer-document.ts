import { type Asset, hasExpired } from '../../../server/src/domain/asset/asset.ts'
import { documentOf } from '../../../server/src/domain/search/document-of.ts'
import type { MadeUpLibrary } from '../library/made-up-assets.ts'
import { generatedAt } from '../library/shape.ts'

/** What a peer stores of an asset: a row as a list needs it, links as numbers, and all words in one text. */
export type PeerDocument = {
  row: Record<(typeof peerColumns)[number], string | number | null>
  tags: number[]
  keywords: number[]
  /** 1: below the folder that is asked about. */
  inFolder: number
  text: string
}

/** Every facet is a column; the last ones are what a list shows besides. */
export const wordFacets = [
  'approval',
  'scheme',
  'orientation',
  'owner',
  'storage',
  'extension',
  'campaign',
  'region',
] as const
export const boundFacets = [
  'created',
  'dimension',
  'duration',
  'pages',
  'dpi',
  'size',
  'modified',
  'uploaded',
  'priority',
] as const
export const shownColumns = [
  'asset',
  'name',
  'description',
  'author',
  'owner_name',
  'md5',
  'object',
  'version',
  'file_name',
] as const
export const peerColumns = [...wordFacets, ...boundFacets, ...shownColumns] as const

export function peerDocument(asset: Asset, library: PeerLibrary): PeerDocument {
  const document = documentOf(asset)
  const said = asset.customValues as Record<string, string>
  return {
    row: {
      approval: hasExpired(asset, generatedAt) ? 'Expired' : asset.approval,
      scheme: asset.scheme,
      orientation: document.orientation,
      owner: asset.owner,
      storage: document.storageClass,
      extension: document.extension,
      campaign: said.meta_text_0 ?? null,
      region: said.meta_choice_0 ?? null,
      created: document.createdAt,
      dimension: document.dimension,
      duration: document.duration,
      pages: document.pages,
      dpi: document.dpi,
      size: document.size,
      modified: document.modifiedAt,
      uploaded: document.uploadedAt,
      priority: said.meta_num_0 === undefined ? null : Number(said.meta_num_0),
      asset: asset.id,
      name: asset.name,
      description: asset.description,
      author: asset.author,
      owner_name: asset.ownerName,
      md5: asset.current.md5,
      object: asset.current.object,
      version: asset.current.id,
      file_name: asset.current.fileName,
    },
    tags: asset.tags.map((tag) => library.tagNumbers.get(tag) ?? -1),
    keywords: asset.keywords.map((keyword) => library.keywordNumbers.get(keyword) ?? -1),
    inFolder: asset.albumIds.some((album) => library.inside.has(album)) ? 1 : 0,
    text: [
      ...[document.name, document.description, document.comment, document.author, document.text],
      ...[...document.tags, ...document.keywords, ...Object.values(document.customTexts).flat()],
    ]
      .join(' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' '),
  }
}

export type PeerLibrary = {
  tagNumbers: ReadonlyMap<string, number>
  keywordNumbers: ReadonlyMap<string, number>
  inside: ReadonlySet<string>
}

export const peerLibrary = ({ tags, keywords, tree }: MadeUpLibrary): PeerLibrary => ({
  tagNumbers: new Map(tags.map((tag, number) => [tag, number])),
  keywordNumbers: new Map(keywords.map((keyword, number) => [keyword, number])),
  inside: new Set(tree.inside),
})
