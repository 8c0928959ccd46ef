import type { Sharp } from 'sharp'
import type { Picture, PictureFormat } from '../../../domain/ports/media-tools.ts'

/** What looks the same at a glance; AVIF's scale is lower than the others'. */
const habitual: Record<PictureFormat, number> = { jpeg: 82, webp: 80, avif: 55, png: 100 }

/** sRGB, 8 bit, without metadata. JPEG knows no transparency: it gets white paper. */
export async function encodePicture(pixels: Sharp, format: PictureFormat, quality?: number): Promise<Picture> {
  const { data, info } = await as(pixels.toColourspace('srgb'), format, quality ?? habitual[format]).toBuffer({
    resolveWithObject: true,
  })
  return { bytes: data, width: info.width, height: info.height, format }
}

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
