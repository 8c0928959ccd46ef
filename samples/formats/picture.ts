import sharp, { type Sharp } from 'sharp'
import { seededRandom } from '../seeded-random.ts'

export type Credits = { title: string; description: string; author: string }
export type PictureOptions = {
  format: 'jpeg' | 'png' | 'webp' | 'tiff'
  /** Pixels; the height follows. */
  width: number
  dpi?: number
  /** Film grain, for what should look photographed. */
  grain?: boolean
  /** When the camera says it was taken, `YYYY:MM:DD HH:MM:SS`. */
  takenAt?: string
}

/** Draws the SVG and writes into the file what it is, who made it and when. */
export async function picture(svg: string, credits: Credits, options: PictureOptions): Promise<Buffer> {
  const { format, width, dpi = 72, grain = false, takenAt } = options
  const drawn = sharp(Buffer.from(svg), { density: await densityFor(svg, width) }).resize({ width })
  const pixels = grain ? await withGrain(drawn) : drawn
  return await encode(pixels, format)
    .withMetadata({ density: dpi })
    .withExifMerge({
      IFD0: { ImageDescription: credits.description, Artist: credits.author, Copyright: `Varde, ${credits.author}` },
      ...(takenAt === undefined ? {} : { IFD2: { DateTimeOriginal: takenAt, OffsetTimeOriginal: '+02:00' } }),
    })
    .withXmp(xmp(credits))
    .toBuffer()
}

async function densityFor(svg: string, width: number): Promise<number> {
  const own = await sharp(Buffer.from(svg)).metadata()
  return Math.ceil((72 * width) / own.width)
}

function encode(pixels: Sharp, format: PictureOptions['format']): Sharp {
  switch (format) {
    case 'jpeg':
      return pixels.flatten({ background: '#fff' }).jpeg({ quality: 88 })
    case 'png':
      return pixels.png({ compressionLevel: 6 })
    case 'webp':
      return pixels.webp({ quality: 86, effort: 2 })
    case 'tiff':
      return pixels.flatten({ background: '#fff' }).tiff({ compression: 'lzw', predictor: 'horizontal' })
  }
}

const grainSide = 256

async function withGrain(drawn: Sharp): Promise<Sharp> {
  const random = seededRandom(1839)
  const noise = Buffer.from(Array.from({ length: grainSide * grainSide }, () => 128 + (random() + random() - 1) * 40))
  const tile = await sharp(noise, { raw: { width: grainSide, height: grainSide, channels: 1 } })
    .blur(0.6)
    .png()
    .toBuffer()
  const { data, info } = await drawn.flatten({ background: '#fff' }).raw().toBuffer({ resolveWithObject: true })
  return sharp(data, { raw: info }).composite([{ input: tile, tile: true, blend: 'soft-light' }])
}

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

function xmp({ title, description, author }: Credits): string {
  const language = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${language(title)}</dc:title><dc:description>${language(description)}</dc:description><dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator><dc:rights>${language('Varde')}</dc:rights></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}
