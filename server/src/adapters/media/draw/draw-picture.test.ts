import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { realMedia } from '../../../../test/fixtures/real-media.ts'
import { UnsoundFile } from '../../../domain/ports/media-tools.ts'
import { drawPicture } from './draw-picture.ts'
import { hasSoundMarks } from './jpeg-marks.ts'

const wanted = [{ longestSide: 400, format: 'jpeg' }] as const
const draw = (bytes: Buffer) => drawPicture(bytes, wanted, 200_000_000)

/** What the strictest reader says of it. */
const complaint = (bytes: Buffer) =>
  sharp(bytes, { failOn: 'warning' })
    .resize(400)
    .toBuffer()
    .then(
      () => '',
      ({ message }: Error) => message,
    )

/** The photo with bytes in its middle changed so that its decoder meets a code that there is not. */
async function withBadCode(photo: Buffer): Promise<Buffer> {
  for (let at = photo.length >> 1; at < photo.length - 1000; at += 97) {
    const damaged = Buffer.from(photo)
    damaged.write('ff00ff00ff00', at, 'hex') // no code is all ones
    if (/bad Huffman code/i.test(await complaint(damaged))) return damaged
  }
  return expect.fail('no place where this damage is found')
}

test('a photo with a damaged spot is drawn, as it is all there but for that', async () => {
  const photo = await readFile(realMedia.starfish)
  const damaged = await withBadCode(photo)

  const [picture] = (await draw(damaged)) ?? []

  const grey = (bytes: Uint8Array) => sharp(bytes).extract({ left: 0, top: 0, width: 400, height: 90 }).raw().toBuffer()
  const [sound] = (await draw(photo)) ?? []
  expect(picture).toMatchObject({ width: 400 })
  expect(await grey(picture?.bytes ?? damaged)).toEqual(await grey(sound?.bytes ?? photo)) // above the spot
})

test('a photo that goes on as noise, or lacks its end, is refused', async () => {
  const photo = await readFile(realMedia.starfish)
  const noise = Buffer.from(photo)
  let state = 7
  for (let at = 20_000; at < noise.length - 2; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    noise[at] = (state >> 16) & 0xff
  }
  const ended = Buffer.concat([photo.subarray(0, photo.length >> 1), Buffer.from([0xff, 0xd9])])

  await expect(draw(noise)).rejects.toThrow(UnsoundFile)
  await expect(draw(ended)).rejects.toThrow(UnsoundFile)
  await expect(draw(photo.subarray(0, photo.length >> 1))).rejects.toThrow(UnsoundFile)
})

test.each([realMedia.starfish, realMedia.photo24Megapixels, realMedia.photoWithPosition, realMedia.photoSideways])(
  'the marks of %s are sound, and those of its pieces are not',
  async (path) => {
    const photo = await readFile(path)

    expect(hasSoundMarks(photo)).toBe(true)
    expect(hasSoundMarks(photo.subarray(0, photo.length >> 1))).toBe(false)
    const progressive = await sharp(photo).resize(300).jpeg({ progressive: true }).toBuffer()
    expect(hasSoundMarks(progressive)).toBe(true)
  },
)
