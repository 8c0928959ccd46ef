import type { Sharp } from 'sharp'
import type { Picture, PictureFormat, WantedPicture } from '../../../domain/ports/media-tools.ts'

/** `into`: written to this path; the picture that is answered has no bytes then. */
export type Drawing = WantedPicture & { into?: string }

/** What looks the same at a glance; AVIF's scale is lower than the others'. */
const habitual: Record<PictureFormat, number> = { jpeg: 82, webp: 80, avif: 55, png: 100 }

/** sRGB, 8 bit, as a rule without metadata. JPEG knows no transparency: it gets white paper. */
export async function encodePicture(
  pixels: Sharp,
  { format, quality = habitual[format], keepMetadata = false, density, into }: Omit<Drawing, 'longestSide'>,
): Promise<Picture> {
  const inSrgb = pixels.toColourspace('srgb')
  // The profile comes second: the pixels are in sRGB now, whatever the file had them in.
  const said = keepMetadata || density !== undefined ? saying(inSrgb, density).withIccProfile('srgb') : inSrgb
  const encoded = as(said, format, quality)
  if (into !== undefined) {
    const { width, height } = await encoded.toFile(into)
    return { bytes: new Uint8Array(), width, height, format }
  }
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height, format }
}

const saying = (pixels: Sharp, density: number | undefined): Sharp =>
  density === undefined ? pixels.keepMetadata() : pixels.withMetadata({ density })

function as(pixels: Sharp, format: PictureFormat, quality: number): Sharp {
  switch (format) {
    case 'jpeg':
      return pixels
        .flatten({ background: '#fff' })
        .jpeg({ quality, chromaSubsampling: quality >= 90 ? '4:4:4' : '4:2:0' })
    case 'webp':
      return pixels.webp({ quality, effort: 3 })
    case 'avif':
      return pixels.avif({ quality, effort: 2 }) // slower ones take seconds a picture
    case 'png':
      return pixels.png({ compressionLevel: 6 })
  }
}
