import type { OpenedExiftool } from '../metadata/open-exiftool.ts'
import { turnByExif } from './turn-by-exif.ts'

/** Where cameras and programs leave a picture of what only they can read. */
const tags = [
  'JpgFromRaw',
  'PreviewImage',
  'OtherImage',
  'PageImage',
  'PhotoshopThumbnail',
  'ThumbnailImage',
  'Preview',
]
const base64 = 'base64:'

/** The largest picture inside a file, as JPEG, PNG or GIF. `null`: there is none, or no exiftool. */
export async function embeddedPicture(
  exiftool: OpenedExiftool,
  path: string,
  signal?: AbortSignal,
): Promise<Buffer | null> {
  if ((await exiftool.version()) === null) return null
  const asked = ['-charset', 'filename=utf8', '-json', '-b', '-a', '-G4', ...tags.map((tag) => `-${tag}`)]
  const said = await exiftool.run([...asked, '-Orientation#', path], signal).catch((error: unknown) => {
    signal?.throwIfAborted()
    if (/no .*data|unknown file/i.test(String(error))) return '[{}]'
    throw error
  })
  const [file = {}] = JSON.parse(said) as Record<string, unknown>[]
  const pictures = Object.values(file)
    .flat()
    .flatMap((value) =>
      typeof value === 'string' && value.startsWith(base64) ? [Buffer.from(value.slice(base64.length), 'base64')] : [],
    )
    .filter(isReadable)
    .sort((a, b) => b.length - a.length)
  const [largest] = pictures
  // with -G4, several of a name are told apart by what stands before the colon; the first is that of the whole file
  const turned = Object.entries(file).find(([name]) => name.endsWith(':Orientation'))
  return largest ? turnByExif(largest, Number(turned?.[1] ?? 1)) : null
}

/** Some cameras leave bare pixels there, or a picture that only they can read. */
const isReadable = (picture: Buffer): boolean =>
  /^(?:\xff\xd8\xff|\x89PNG|GIF8)/.test(picture.toString('latin1', 0, 4)) && !isLossless(picture)

/** The sensor's own values, packed as lossless JPEG (ITU-T T.81, process 14). */
function isLossless(jpeg: Buffer): boolean {
  for (let at = 2; at + 4 < jpeg.length && jpeg[at] === 0xff; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1] as number
    if (marker === 0xc3) return true
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4) return false
    if (marker === 0xda) return false
  }
  return false
}
