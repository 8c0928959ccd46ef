import { rm, symlink } from 'node:fs/promises'
import type { Identified, MadeFile, WrittenWords } from '../../../domain/ports/media-tools.ts'
import { madeFile } from '../made-file.ts'
import { asGiven } from './as-given.ts'
import type { OpenedExiftool } from './open-exiftool.ts'

type Deps = { exiftool: Pick<OpenedExiftool, 'run' | 'version'>; temporaryFolder: string }

/** Kinds whose files have room for XMP, and those of them that know IPTC and EXIF too. */
const carriers = new Map<string, { hasIptc: boolean; hasExif: boolean }>([
  ['image/jpeg', { hasIptc: true, hasExif: true }],
  ['image/tiff', { hasIptc: true, hasExif: true }],
  ['image/vnd.adobe.photoshop', { hasIptc: true, hasExif: true }],
  ['image/x-adobe-dng', { hasIptc: true, hasExif: true }],
  ['image/png', { hasIptc: false, hasExif: false }],
  ['image/apng', { hasIptc: false, hasExif: false }],
  ['image/gif', { hasIptc: false, hasExif: false }],
  ['image/webp', { hasIptc: false, hasExif: true }],
  ['image/avif', { hasIptc: false, hasExif: true }],
  ['image/heic', { hasIptc: false, hasExif: true }],
  ['image/heif', { hasIptc: false, hasExif: true }],
  ['image/jp2', { hasIptc: false, hasExif: true }],
  ['image/jxl', { hasIptc: false, hasExif: true }],
  ['application/pdf', { hasIptc: false, hasExif: false }],
  ['video/mp4', { hasIptc: false, hasExif: false }],
  ['video/x-m4v', { hasIptc: false, hasExif: false }],
  ['video/quicktime', { hasIptc: false, hasExif: false }],
])

/**
 * A copy that carries the words, as the Metadata Working Group has it: XMP, and the older places too where the kind has
 * them, so that no program reads other words than the next one. The file itself is only read.
 */
export async function writeWords(
  { exiftool, temporaryFolder }: Deps,
  path: string,
  { contentType, extension }: Identified,
  words: WrittenWords,
  signal?: AbortSignal,
): Promise<MadeFile | null> {
  const carrier = carriers.get(contentType)
  if (carrier === undefined || (await exiftool.version()) === null) return null
  const tags = tagsFor(words, carrier)
  if (tags.length === 0) return null
  return await madeFile(temporaryFolder, extension, async (into) => {
    const source = `${into}.source.${extension}` // exiftool makes a copy of nothing whose name has no extension
    await symlink(path, source)
    try {
      // -E: what people wrote is told in entities, so that no character of it is more than a character
      const args = ['-charset', 'filename=utf8', '-E', '-m', ...tags, '-o', asGiven(into), source]
      return /\b1 image files created\b/.test(await exiftool.run(args, signal))
    } finally {
      await rm(source, { force: true })
    }
  })
}

function tagsFor(
  { description, author, copyright, keywords }: WrittenWords,
  { hasIptc, hasExif }: { hasIptc: boolean; hasExif: boolean },
): string[] {
  const write = (value: string, xmp: string[], iptc: string, exif: string) =>
    value === '' ? [] : [...xmp, ...(hasIptc ? [iptc] : []), ...(hasExif ? [exif] : [])].map((tag) => set(tag, value))
  const words = [
    ...write(description, ['XMP-dc:Description'], 'IPTC:Caption-Abstract', 'IFD0:ImageDescription'),
    ...write(author, ['XMP-dc:Creator'], 'IPTC:By-line', 'IFD0:Artist'),
    ...write(copyright, ['XMP-dc:Rights'], 'IPTC:CopyrightNotice', 'IFD0:Copyright'),
    ...keywords.flatMap((word) => [set('XMP-dc:Subject', word), ...(hasIptc ? [set('IPTC:Keywords', word)] : [])]),
  ]
  return hasIptc && words.length > 0 ? ['-IPTC:CodedCharacterSet=UTF8', ...words] : words
}

/** exiftool reads one argument a line; entities keep a value on its line and as it is. */
const set = (tag: string, value: string): string =>
  `-${tag}=${value.replace(/[^\p{L}\p{N} .,:;!?()/_-]|^ | $/gu, (character) => `&#${character.codePointAt(0)};`)}`
