import type { Measures } from '../../../domain/asset/version.ts'
import type { Identified } from '../../../domain/ports/media-tools.ts'
import { firstOf, numberOf, type Tag } from './tags.ts'

const maxValues = 400
const maxLength = 2000

/** Of this machine, of a picture's thumbnail, of a profile's insides: nothing about the asset. */
const leftOut = /^(ExifTool|System|IFD1|ICC[-_].*|ZIP|MPF\d+|PreviewIFD|Photoshop-.*)$/
const leftOutNames = new Set(['Warning', 'Error', 'CurrentIPTCDigest', 'IPTCDigest', 'FileTypeExtension'])

/** What made the file; a PDF's `Creator` is a program, everybody else's a person. */
const creationTools = [
  ...['XMP-xmp:CreatorTool', 'IFD0:Software', 'PNG:Software', 'PDF:Creator', 'PDF:Producer', 'XML:Application'],
  ...['XMP-meta:Generator', 'ItemList:Encoder', 'Keys:Software', 'UserData:Encoder', 'Matroska:WritingApp'],
  ...['Info:WritingApp', 'RIFF:Software', '*:CreatorTool', '*:Software', '*:Generator', '*:EncodedBy', '*:Encoder'],
]

/**
 * Names and values in the style of the published page's example: exiftool's own, and the few words of that page
 * which mean something else there. Contradicting values: the first group's wins.
 */
export function presentTags(
  tags: readonly Tag[],
  { scheme, contentType }: Identified,
  { width, height }: Measures,
  size: number,
): Record<string, string> {
  const said = new Map<string, string>()
  const say = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') said.set(name, clean(value))
  }

  for (const tag of tags) {
    if (leftOut.test(tag.group) || leftOutNames.has(tag.name) || said.has(tag.label)) continue
    if (said.size < maxValues) say(tag.label, tag.value)
  }

  say('Creation Tool', firstOf(tags, ...creationTools)?.value)
  say('Exif Orientation', said.get('Orientation'))
  say('File Type Detail', said.get('File Type'))
  say('File Type', scheme)
  say('MIME Type', contentType)
  say('Asset Data Size (Long)', String(size))
  if (width !== null && height !== null) {
    say('Image Width', String(width))
    say('Image Height', String(height))
    say('Image Size', `${width}x${height}`)
    say('Orientation', `${shapeOf(width, height)} File`)
  } else {
    said.delete('Orientation')
  }
  if (scheme === 'image') {
    say('Bit Depth', said.get('Bit Depth') ?? firstOf(tags, '*:BitsPerSample')?.value.split(/[ ,]/)[0])
    say('Color', colorModel(tags))
    say('Color Model', colorModel(tags))
  }
  say('Profile Description', firstOf(tags, 'ICC_Profile:ProfileDescription')?.value)
  return Object.fromEntries(said)
}

function shapeOf(width: number, height: number): string {
  if (width === height) return 'Square'
  return width > height ? 'Landscape' : 'Portrait'
}

function colorModel(tags: readonly Tag[]): string | undefined {
  const stated = firstOf(tags, 'PNG:ColorType', 'IFD0:PhotometricInterpretation', 'Photoshop:ColorMode', '*:ColorMode')
  if (stated !== undefined) {
    if (/cmyk/i.test(stated.value)) return 'CMYK'
    if (/gr[ae]y|black|white/i.test(stated.value)) return 'Grayscale'
    return /lab/i.test(stated.value) ? 'Lab' : 'RGB'
  }
  const components = numberOf(firstOf(tags, 'File:ColorComponents'))
  if (components === null) return undefined
  return components === 1 ? 'Grayscale' : components === 4 ? 'CMYK' : 'RGB'
}

/** Dates as on the published page, `2015-04-20 08:08:28`; nothing that a reader of JSON would stumble over. */
const clean = (value: string): string =>
  value
    .replace(/^(\d{4}):(\d\d):(\d\d)(?=$|[ T])/, '$1-$2-$3')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .slice(0, maxLength)
