import { rm, symlink } from 'node:fs/promises'
import type { Identified } from '../../../domain/ports/media-tools.ts'
import { asGiven } from './as-given.ts'
import type { OpenedExiftool } from './open-exiftool.ts'

/** Kinds whose words are worth looking for; of the others exiftool knows nothing that can be carried on. */
const sayWho = /^(image\/|application\/(pdf|illustrator|postscript|x-indesign))/

/** Each of these from what is older to what counts: what comes last wins, as the Metadata Working Group has it. */
const intoXmp = [
  ...['IFD0:ImageDescription', 'IPTC:Caption-Abstract', 'XMP-dc:Description'].map(
    (from) => `-XMP-dc:Description<${from}`,
  ),
  ...['PDF:Author', 'IFD0:Artist', 'IPTC:By-line', 'XMP-dc:Creator'].map((from) => `-XMP-dc:Creator<${from}`),
  ...['IFD0:Copyright', 'IPTC:CopyrightNotice', 'XMP-dc:Rights'].map((from) => `-XMP-dc:Rights<${from}`),
  ...['IPTC:Credit', 'XMP-photoshop:Credit'].map((from) => `-XMP-photoshop:Credit<${from}`),
  ...['IPTC:Source', 'XMP-photoshop:Source'].map((from) => `-XMP-photoshop:Source<${from}`),
  ...['IPTC:Headline', 'XMP-photoshop:Headline'].map((from) => `-XMP-photoshop:Headline<${from}`),
  ...['IPTC:SpecialInstructions', 'XMP-photoshop:Instructions'].map((from) => `-XMP-photoshop:Instructions<${from}`),
  ...['IPTC:ObjectName', 'XMP-dc:Title'].map((from) => `-XMP-dc:Title<${from}`),
  ...['IPTC:Keywords', 'XMP-dc:Subject'].map((from) => `-XMP-dc:Subject<${from}`),
]

/** Who made it, who may use it and how. */
const asItIs = [
  ...['XMP-xmpRights:all', 'XMP-plus:all', 'XMP-cc:all', 'XMP-iptcCore:all', 'XMP-iptcExt:all'],
  ...['XMP-photoshop:AuthorsPosition', 'XMP-photoshop:DateCreated', 'IFD0:Artist', 'IFD0:Copyright'],
]
const asItIsInJpeg = ['IPTC:all', 'IFD0:ImageDescription']

/** True of the original alone: how it was stored, and pictures of how it looked before it was cut or turned. */
const untrue = [
  ...['-IFD0:Orientation=', '-XMP-tiff:Orientation=', '-IFD1:all=', '-PhotoshopThumbnail=', '-XMP-xmp:Thumbnails='],
  ...['-XMP-tiff:ImageWidth=', '-XMP-tiff:ImageLength=', '-ExifIFD:ExifImageWidth=', '-ExifIFD:ExifImageHeight='],
  ...['-XMP-exif:ExifImageWidth=', '-XMP-exif:ExifImageHeight=', '-ExifIFD:ColorSpace=', '-XMP-exif:ColorSpace='],
]

/**
 * Into a picture made of a file: what the file says of its author and its rights, wherever it says so; out of it what
 * holds no more. A picture that can't be told stays as it is.
 */
export async function carryRights(
  exiftool: Pick<OpenedExiftool, 'run' | 'version'>,
  { path, contentType }: Pick<Identified, 'contentType'> & { path: string },
  { into, format }: { into: string; format: 'jpeg' | 'png' | 'webp' | 'avif' },
  signal?: AbortSignal,
): Promise<void> {
  if (!sayWho.test(contentType) || (await exiftool.version()) === null) return
  const told = [...asItIs, ...(format === 'jpeg' ? asItIsInJpeg : [])].map((tag) => `-${tag}`)
  const source = `${into}.from` // a name of ours, so that no name of theirs is read as anything else
  await symlink(path, source)
  try {
    const from = ['-tagsFromFile', asGiven(source), ...told, ...intoXmp]
    await exiftool.run(['-charset', 'filename=utf8', '-m', ...untrue, ...from, '-overwrite_original', into], signal)
  } catch {
    signal?.throwIfAborted()
  } finally {
    await rm(source, { force: true })
  }
}
