import type { AssetId } from '../asset/asset.ts'
import type { CollectionId } from '../collection/collection.ts'
import { decodeWords } from './decode-words.ts'
import { splitTags } from './split-tags.ts'

const prefix = 'x-amz-meta-'
const ownPlaces = new Set(['file_name', 'tag', 'id', 'album_id'])
const asFile = /\$\{filename\}/gi

/** What the form (#10) says about its file, in our words; names of fields are in lower case. Empty ones count as absent. */
export function receivedFields(fields: ReadonlyMap<string, string>, nameOfFile: string | null) {
  const filled = (text: string | undefined) => (text ?? '').replace(asFile, () => lastOf(nameOfFile ?? ''))
  const meta = (name: string) => filled(fields.get(prefix + name)).trim()

  const given: Record<string, string> = {}
  for (const field of fields.keys()) {
    const name = field.startsWith(prefix) ? field.slice(prefix.length) : ''
    if (name !== '' && !ownPlaces.has(name) && meta(name) !== '') given[name] = meta(name)
  }
  const refer = fields.get('refer')?.trim()
  if (refer && !given.refer_id) given.refer_id = refer

  return {
    fileName: decodeWords(meta('file_name')) || lastOf(filled(fields.get('key'))) || (nameOfFile ?? ''),
    tags: splitTags(meta('tag')),
    albumId: (meta('album_id') || null) as CollectionId | null,
    versionOf: (meta('id') || null) as AssetId | null,
    given,
  }
}

const lastOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? ''
