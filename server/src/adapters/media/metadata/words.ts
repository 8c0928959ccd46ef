import type { FileMetadata } from '../../../domain/ports/media-tools.ts'
import { firstOf, type Tag } from './tags.ts'

type Words = Pick<FileMetadata, 'description' | 'author' | 'copyright' | 'keywords'>

/** What the file says of itself: XMP before IPTC before EXIF before the format's own, as the Metadata Working Group has it. */
export function wordsFrom(tags: readonly Tag[]): Words {
  const first = (...names: string[]) => firstOf(tags, ...names)?.value ?? ''
  return {
    description: first(
      'XMP-dc:Description',
      'IPTC:Caption-Abstract',
      'IFD0:ImageDescription',
      'PNG:Description',
      'PDF:Subject',
      'ItemList:Description',
      'Keys:Description',
      'XML:Description',
      'XML:Subject',
    ),
    author: first(
      'XMP-dc:Creator',
      'IPTC:By-line',
      'IFD0:Artist',
      'PNG:Author',
      'PDF:Author',
      'XML:Creator',
      'XMP-meta:Initial-creator',
      'ItemList:Artist',
      '*:Artist',
      '*:Author',
    ),
    copyright: first(
      'XMP-dc:Rights',
      'IPTC:CopyrightNotice',
      'IFD0:Copyright',
      'PNG:Copyright',
      'ItemList:Copyright',
      'Keys:Copyright',
      'RIFF:Copyright',
      'Vorbis:Copyright',
    ),
    keywords: keywordsFrom(tags),
  }
}

const asLists = ['XMP-dc:Subject', 'IPTC:Keywords']
const asText = ['PDF:Keywords', 'XMP-pdf:Keywords', 'IFD0:XPKeywords', 'XML:Keywords', 'XML:Keyword', 'PNG:Keywords']

/** Each once, without regard to case, in the order found. */
function keywordsFrom(tags: readonly Tag[]): string[] {
  const listed = asLists.flatMap((name) => firstOf(tags, name)?.list ?? [])
  const written = asText.flatMap((name) => firstOf(tags, name)?.list ?? []).flatMap((text) => text.split(/[;,]/))
  const found = new Map<string, string>()
  for (const keyword of [...listed, ...written].map((word) => word.trim())) {
    if (keyword !== '' && !found.has(keyword.toLowerCase())) found.set(keyword.toLowerCase(), keyword)
  }
  return [...found.values()]
}
