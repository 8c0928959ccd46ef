import { type Identified, type Picture, UnsoundFile, type WantedPicture } from '../../../domain/ports/media-tools.ts'
import type { ChildPool } from '../child/child-pool.ts'
import type { OpenedExiftool } from '../metadata/open-exiftool.ts'
import type { Ffmpeg } from '../tools/ffmpeg.ts'
import { isOffice } from '../tools/is-office.ts'
import type { Libreoffice } from '../tools/libreoffice.ts'
import { isDecodable } from './decodable.ts'
import { posterOf } from './draw-film.ts'
import { waveformSvg } from './draw-waveform.ts'
import { embeddedPicture } from './embedded-picture.ts'
import { wrapAsTiff } from './wrap-as-tiff.ts'

type Deps = {
  children: Pick<ChildPool, 'run'>
  ffmpeg: Ffmpeg
  exiftool: OpenedExiftool
  office: Libreoffice
  maxPixels: number
}
type Drawn = Picture[] | null
type Asked = {
  path: string
  identified: Identified
  wanted: readonly WantedPicture[]
  signal: AbortSignal | undefined
}

/** Chooses who draws. `null`: nobody here can; an icon will stand for it. */
export async function drawFile(
  deps: Deps,
  path: string,
  identified: Identified,
  wanted: readonly WantedPicture[],
  signal?: AbortSignal,
): Promise<Drawn> {
  if (wanted.length === 0) return []
  const asked = { path, identified, wanted, signal }
  for (const draw of waysTo(identified)) {
    const drawn = await draw(deps, asked)
    if (drawn !== null) return drawn
  }
  return null
}

type Way = (deps: Deps, asked: Asked) => Promise<Drawn>

/** The best first; the others where it fails. */
function waysTo(identified: Identified): Way[] {
  const { scheme, contentType, extension } = identified
  if (isDecodable(identified)) return [picture]
  if (ways[contentType]) return ways[contentType]
  if (isOffice(identified)) return [office, packed, text]
  if (scheme === 'video') return [film]
  if (scheme === 'audio') return [cover, waveform]
  if (contentType.startsWith('text/') || extension === 'tex') return [text]
  return scheme === 'image' ? [embedded] : []
}

const child =
  (kind: 'draw-psd' | 'draw-heic' | 'draw-packed'): Way =>
  ({ children, maxPixels }, { path, wanted, signal }) =>
    children.run({ do: kind, path, wanted, maxPixels }, signal)

const picture: Way = ({ children, maxPixels }, { path, wanted, signal }) =>
  children.run({ do: 'draw-picture', source: path, wanted, maxPixels }, signal)
const svg: Way = ({ children, maxPixels }, { path, wanted, signal }) =>
  children.run({ do: 'draw-svg', source: path, wanted, maxPixels }, signal)
const pdf: Way = ({ children, maxPixels }, { path, wanted, signal }) =>
  children.run({ do: 'draw-pdf', path, page: 1, wanted, maxPixels }, signal)
const text: Way = ({ children, maxPixels }, { path, identified: { contentType }, wanted, signal }) =>
  children.run({ do: 'draw-text', path, contentType, wanted, maxPixels }, signal)
const packed = child('draw-packed')
const psd = child('draw-psd')
const heic = child('draw-heic')

const office: Way = ({ office, children, maxPixels }, { path, identified, wanted, signal }) =>
  office.withPdf(
    path,
    identified,
    (made) => children.run({ do: 'draw-pdf', path: made.path, page: 1, wanted, maxPixels }, signal),
    signal,
  )

const film: Way = async ({ ffmpeg, children, maxPixels }, { path, identified, wanted, signal }) => {
  const { contentType } = identified
  const frame = await posterOf(ffmpeg, { path, contentType }, largestOf(wanted), signal)
  if (frame === null) return null
  return await children.run({ do: 'draw-picture', source: wrapAsTiff(frame), wanted, maxPixels }, signal)
}

const cover: Way = async ({ ffmpeg, children, maxPixels }, { path, identified, wanted, signal }) => {
  const { contentType } = identified
  const found = await ffmpeg.frame({ path, contentType }, 0, largestOf(wanted), signal)
  return found && (await children.run({ do: 'draw-picture', source: wrapAsTiff(found), wanted, maxPixels }, signal))
}

const waveform: Way = async ({ ffmpeg, children, maxPixels }, { path, identified, wanted, signal }) => {
  const sound = await ffmpeg.sound({ path, contentType: identified.contentType }, signal)
  if (sound === null) return null
  const source = Buffer.from(waveformSvg(sound))
  return await children.run({ do: 'draw-svg', source, wanted, maxPixels }, signal)
}

const still: Way = async ({ ffmpeg, children, maxPixels }, { path, identified, wanted, signal }) => {
  const png = await ffmpeg.still({ path, contentType: identified.contentType }, largestOf(wanted), signal)
  return png && (await children.run({ do: 'draw-picture', source: png, wanted, maxPixels }, signal))
}

/** What only its maker can read carries a picture for everybody else, as a rule. */
const embedded: Way = async ({ exiftool, children, maxPixels }, { path, wanted, signal }) => {
  const source = await embeddedPicture(exiftool, path, signal)
  if (source === null) return null
  return await children.run({ do: 'draw-picture', source, wanted, maxPixels }, signal).catch(nobody)
}

/** That this part can't be read says nothing of the file: another way may find a picture. */
function nobody(error: unknown): null {
  if (error instanceof UnsoundFile) return null
  throw error
}

const pdfInside: Way = (deps, asked) => pdf(deps, asked).catch(nobody)

const ways: Record<string, Way[] | undefined> = {
  'image/svg+xml': [svg],
  'image/heic': [heic],
  'image/heif': [heic],
  'image/vnd.adobe.photoshop': [psd, embedded],
  'image/bmp': [still],
  'image/jp2': [still],
  'image/jxl': [still],
  'image/x-icon': [still],
  'application/pdf': [pdf],
  // Most are PDFs inside; the others only their maker can read.
  'application/illustrator': [pdfInside, embedded],
  'application/postscript': [embedded],
  'application/x-indesign': [embedded],
  'application/epub+zip': [packed, text],
  'application/vnd.apple.keynote': [packed],
  'application/vnd.apple.pages': [packed],
  'application/vnd.apple.numbers': [packed],
}

function largestOf(wanted: readonly WantedPicture[]): number | null {
  const sides = wanted.map(({ longestSide }) => longestSide ?? Number.POSITIVE_INFINITY)
  const largest = Math.max(...sides)
  return Number.isFinite(largest) ? largest : null
}
