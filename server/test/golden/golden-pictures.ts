import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { realMedia } from '../fixtures/real-media.ts'

export type GoldenPicture = {
  name: string
  bytes(): Promise<Uint8Array>
  /** As it stands upright. */
  width: number
  height: number
  /** As the file states; `null`: it does not. */
  dpi: number | null
  /** Known pixels, as shares of width and height, in sRGB. */
  colours?: { at: [number, number]; is: [number, number, number] }[]
  /** Lets light through in its upper left corner. */
  isClear?: boolean
  /** Mean difference to ImageMagick's own, CIE76. */
  within: number
}

const real = (name: string, path: string, rest: Omit<GoldenPicture, 'name' | 'bytes' | 'within'>): GoldenPicture => ({
  name,
  bytes: () => readFile(path),
  within: 2,
  ...rest,
})

const corners: GoldenPicture['colours'] = [
  { at: [0.25, 0.25], is: [200, 40, 60] },
  { at: [0.75, 0.25], is: [30, 150, 90] },
  { at: [0.25, 0.75], is: [40, 80, 200] },
  { at: [0.75, 0.75], is: [230, 190, 60] },
]
/** Four patches: 320 × 240. */
const patches = (): Sharp =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: '#fff' } }).composite(
    (corners ?? []).map(({ at: [x, y], is: [r, g, b] }) => ({
      input: { create: { width: 160, height: 120, channels: 3 as const, background: { r, g, b } } },
      left: x < 0.5 ? 0 : 160,
      top: y < 0.5 ? 0 : 120,
    })),
  )
/** The patches, flattened, so that what follows is done to them and not before them. */
const drawn = async (): Promise<Sharp> =>
  sharp(
    await sharp(await patches().png().toBuffer())
      .removeAlpha()
      .png()
      .toBuffer(),
  )

const made = (name: string, make: (pixels: Sharp) => Promise<Uint8Array>, rest: Partial<GoldenPicture> = {}) => ({
  name,
  bytes: async () => await make(await drawn()),
  ...{ width: 320, height: 240, dpi: null, colours: corners, within: 2 },
  ...rest,
})

/** Pictures of cameras, programs and encoders; what they hold is known, or told by another program. */
export const goldenPictures: GoldenPicture[] = [
  real('sony-alpha.jpg', realMedia.photo24Megapixels, { width: 6000, height: 4000, dpi: 350 }),
  real('sideways.jpg', realMedia.photoSideways, { width: 480, height: 640, dpi: 71 }),
  real('iphone.jpg', realMedia.photoWithPosition, { width: 2448, height: 2448, dpi: 72 }),
  real('starfish.jpg', realMedia.starfish, { width: 1278, height: 720, dpi: 72 }),
  real('logo.psd', realMedia.psd, { width: 220, height: 130, dpi: 72 }),
  made('cmyk.jpg', (pixels) => pixels.toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 100 }).toBuffer(), {
    colours: [], // what ink can't show is another colour; ImageMagick tells which
    within: 3,
  }),
  made('wide.jpg', (pixels) =>
    pixels.withIccProfile('p3').jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer(),
  ),
  made('deep.png', (pixels) => pixels.toColourspace('rgb16').png().toBuffer()),
  made(
    'deep.tif',
    (pixels) => pixels.toColourspace('rgb16').withMetadata({ density: 300 }).tiff({ compression: 'lzw' }).toBuffer(),
    { dpi: 300 },
  ),
  made('palette.png', (pixels) => pixels.png({ palette: true, colours: 16 }).toBuffer()),
  made('grey.jpg', (pixels) => pixels.greyscale().jpeg({ quality: 95 }).toBuffer(), { colours: [] }),
  made('picture.webp', (pixels) => pixels.webp({ quality: 95 }).toBuffer(), { within: 3 }),
  made(
    'turned.jpg',
    (pixels) => pixels.rotate(270).withMetadata({ orientation: 6, density: 144 }).jpeg({ quality: 95 }).toBuffer(),
    { dpi: 144 },
  ),
  made(
    'clear.png',
    async (pixels) => {
      const clear = {
        create: { width: 320, height: 240, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } },
      }
      const right = await pixels.extract({ left: 160, top: 0, width: 160, height: 240 }).png().toBuffer()
      return await sharp(clear)
        .composite([{ input: right, left: 160, top: 0 }])
        .withMetadata({ density: 96 })
        .png()
        .toBuffer()
    },
    { isClear: true, dpi: 96, colours: (corners ?? []).filter(({ at: [x] }) => x > 0.5) },
  ),
  made(
    'moving.gif',
    async (pixels) => {
      const frames = [await pixels.png().toBuffer(), await (await drawn()).negate().png().toBuffer()]
      return await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer()
    },
    { within: 4 },
  ),
]
