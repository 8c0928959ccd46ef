import type { Approval, Asset, AssetId } from '../../../server/src/domain/asset/asset.ts'
import type { Scheme } from '../../../server/src/domain/asset/scheme.ts'
import type { Measures, VersionId } from '../../../server/src/domain/asset/version.ts'
import type { CollectionId } from '../../../server/src/domain/collection/collection.ts'
import type { CustomField, CustomValues } from '../../../server/src/domain/custom-field/custom-field.ts'
import { originalKey } from '../../../server/src/domain/ports/object-store.ts'
import { Dice } from './dice.ts'
import { type MadeUpTree, madeUpTree } from './made-up-tree.ts'
import { madeUpWords } from './made-up-words.ts'
import { generatedAt, linksPerAsset, planted, plantedPhrase, sizes, subtree } from './shape.ts'
import { differentRanks, zipf } from './zipf.ts'

export type MadeUpLibrary = {
  words: string[]
  keywords: string[]
  tags: string[]
  tree: MadeUpTree
  /** The same every time they are asked for, in the order of their ids. */
  assets(fields: readonly CustomField[]): Generator<Asset>
}

const day = 86_400_000

/** A library of this many assets, the same on every machine. */
export function madeUpLibrary(count: number): MadeUpLibrary {
  const dice = new Dice(count)
  const words = madeUpWords(dice, sizes.words)
  const keywords = words.slice(-sizes.keywords)
  const tags = words.slice(0, sizes.tags).map((word, rank) => (rank % 5 === 3 ? `${word} ${dice.of(words)}` : word))
  const tree = madeUpTree(dice, words, count)
  return {
    words,
    keywords,
    tags,
    tree,
    assets: (fields) => madeUpAssets({ count, words, keywords, tags, tree, fields }),
  }
}

type Made = Omit<MadeUpLibrary, 'assets'> & { count: number; fields: readonly CustomField[] }

function* madeUpAssets({ count, words, keywords, tags, tree, fields }: Made): Generator<Asset> {
  const dice = new Dice(count + 1)
  const ids = Array.from({ length: count }, () => dice.id<AssetId>()).sort()
  const rankOf = { word: zipf(words.length), tag: zipf(tags.length), keyword: zipf(keywords.length) }
  const campaigns = Array.from({ length: sizes.campaigns }, () => `${dice.of(words)} ${dice.of(words)}`)
  const albumRank = zipf(tree.outside.length)
  const ownerRank = zipf(sizes.owners)
  const word = () => words[rankOf.word(dice)] ?? ''
  const linked = (from: readonly string[], mean: number, rank: (dice: Dice) => number) =>
    differentRanks(Math.round(dice.next() * mean * 2), () => rank(dice)).map((at) => from[at] ?? '')

  for (const [number, id] of ids.entries()) {
    const { scheme, extension, contentType, measures, text } = madeUpFile(dice, word)
    const name = `${word()} ${word()} ${dice.below(20_000)}.${extension}`
    const owner = `owner${ownerRank(dice)}`
    const createdAt = generatedAt - dice.below(6 * 365 * day)
    const modifiedAt = dice.hits(0.4) ? createdAt : Math.min(generatedAt, createdAt + dice.below(500 * day))
    const sha256 = dice.hex(32)
    yield {
      id,
      scheme,
      name,
      description: describe(dice, word, number, count),
      author: dice.hits(0.6) ? `${word()} ${word()}` : '',
      copyright: dice.hits(0.3) ? `© ${word()}` : '',
      termsAndConditions: '',
      owner: `${owner}@acme.example`,
      ownerName: owner,
      createdAt,
      modifiedAt,
      approval: approvalOf(dice),
      expiresAt: expiryOf(dice),
      tags: linked(tags, linksPerAsset.tags, rankOf.tag),
      keywords: linked(keywords, linksPerAsset.keywords, rankOf.keyword),
      customValues: customValuesOf(dice, campaigns, fields),
      albumIds: albumsOf(dice, tree, albumRank),
      current: {
        id: dice.id<VersionId>(),
        assetId: id,
        no: 1,
        scheme,
        fileName: name,
        extension,
        contentType,
        size: dice.around(4_000_000, 12),
        md5: dice.hex(16),
        sha256,
        object: originalKey(sha256),
        uploadedAt: createdAt,
        uploadedBy: `${owner}@acme.example`,
        uploadedByName: owner,
        comment: dice.hits(0.05) ? word() : '',
        measures,
        metadata: { 'MIME Type': contentType, 'Color Space': 'sRGB', Make: 'Acme', 'Camera Model Name': word() },
        text,
        hasPreview: scheme !== 'other',
        lacked: [],
      },
    }
  }
}

function describe(dice: Dice, word: () => string, number: number, count: number): string {
  const said = Array.from({ length: dice.between(4, 9) }, word)
  if (number % 200 === 5) said.push(...plantedPhrase)
  else if (dice.hits(0.02)) said.push(dice.of(plantedPhrase), word())
  for (const { words, hits } of Object.values(planted)) {
    const wanted = hits(count)
    // a whole turn through all numbers, so exactly so many fall below
    for (const [at, special] of words.entries()) {
      if ((number * 611_953 + at * 104_729) % count < wanted) said.push(special)
    }
  }
  return said.join(' ')
}

const kinds: { share: number; scheme: Scheme; extension: string; contentType: string }[] = [
  { share: 0.62, scheme: 'image', extension: 'jpg', contentType: 'image/jpeg' },
  { share: 0.08, scheme: 'image', extension: 'png', contentType: 'image/png' },
  { share: 0.03, scheme: 'image', extension: 'tif', contentType: 'image/tiff' },
  { share: 0.07, scheme: 'video', extension: 'mp4', contentType: 'video/mp4' },
  { share: 0.03, scheme: 'audio', extension: 'mp3', contentType: 'audio/mpeg' },
  { share: 0.1, scheme: 'document', extension: 'pdf', contentType: 'application/pdf' },
  { share: 0.04, scheme: 'presentation', extension: 'key', contentType: 'application/zip' },
  { share: 0.03, scheme: 'other', extension: 'zip', contentType: 'application/zip' },
]

function madeUpFile(dice: Dice, word: () => string) {
  let left = dice.next()
  const kind = kinds.find(({ share }) => {
    left -= share
    return left < 0
  })
  const { scheme, extension, contentType } = kind ?? (kinds[0] as (typeof kinds)[number])
  const pictured = scheme === 'image' || scheme === 'video'
  const paged = scheme === 'document' || scheme === 'presentation'
  const measures: Measures = {
    width: pictured ? dice.between(400, 8000) : null,
    height: pictured ? dice.between(400, 8000) : null,
    dpi: scheme === 'image' ? dice.of([72, 150, 240, 300]) : null,
    duration: scheme === 'video' || scheme === 'audio' ? dice.between(3, 7200) : null,
    pages: paged ? dice.between(1, 200) : null,
    createdInFileAt: dice.hits(0.7) ? generatedAt - dice.below(3000 * day) : null,
  }
  const text = scheme === 'document' ? Array.from({ length: dice.between(10, 50) }, word).join(' ') : ''
  return { scheme, extension, contentType, measures, text }
}

function approvalOf(dice: Dice): Approval {
  const thrown = dice.next()
  if (thrown < 0.04) return 'Pending'
  return thrown < 0.05 ? 'Restricted' : 'Approved'
}

/** Long over or far away: what has expired does not depend on when it is asked. */
function expiryOf(dice: Dice): number | null {
  const thrown = dice.next()
  if (thrown < 0.03) return generatedAt - (1 + dice.below(400)) * day
  return thrown < 0.08 ? Date.UTC(2200, 0, 1) + dice.below(400) * day : null
}

function albumsOf(dice: Dice, { inside, outside }: MadeUpTree, rank: (dice: Dice) => number): CollectionId[] {
  const albums = new Set<CollectionId>()
  if (dice.hits(subtree.share)) albums.add(dice.of(inside))
  const others = dice.hits(0.85) ? 1 + Number(dice.hits(0.15)) : 0
  for (let left = others; left > 0; left--) albums.add(outside[rank(dice)] as CollectionId)
  return [...albums]
}

function customValuesOf(dice: Dice, campaigns: readonly string[], fields: readonly CustomField[]): CustomValues {
  const said = fields.flatMap((field) => {
    if (!dice.hits(0.5)) return []
    if (field.type === 'NUMBER') return [[field.id, String(dice.below(1000))]]
    return [[field.id, field.type === 'SINGLECHOICE' ? dice.of(field.choices) : dice.of(campaigns)]]
  })
  return Object.fromEntries(said)
}
