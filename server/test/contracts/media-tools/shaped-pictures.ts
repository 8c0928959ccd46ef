import sharp, { type Color } from 'sharp'
import { describe, expect, test } from 'vitest'
import { CropOutside, type Picture } from '../../../src/domain/ports/media-tools.ts'
import { colourAt, expectColour } from './colours.ts'
import type { Workbench } from './workbench.ts'

const [red, green, blue, yellow] = [[254, 0, 0] as number[], [0, 128, 0], [0, 0, 254], [254, 254, 0]] as const
const patch = (background: Color, left: number, top: number) => ({
  input: { create: { width: 100, height: 50, channels: 3 as const, background } },
  left,
  top,
})
/** 200 × 100: red and green above, blue and yellow below. */
const quarters = () =>
  sharp({ create: { width: 200, height: 100, channels: 3, background: '#fff' } }).composite([
    patch('#f00', 0, 0),
    patch('#008000', 100, 0),
    patch('#00f', 0, 50),
    patch('#ff0', 100, 50),
  ])
const seen = async (picture: Picture | undefined, left: number, top: number) =>
  (await colourAt(picture as Picture, left, top)).slice(0, 3)
const png = { longestSide: null, format: 'png' } as const

export function shapedPictures({ media, file, identify, drawn, drawnFrom }: Workbench): void {
  describe('a picture that is wanted in a shape', () => {
    test('is cut out of the original, to the pixel', async () => {
      const crop = { width: 20, height: 10, left: 95, top: 45 }

      const [picture] = await drawnFrom('quarters.png', await quarters().png().toBuffer(), { ...png, crop })

      expect(picture).toMatchObject({ width: 20, height: 10 })
      expectColour(await seen(picture, 4, 4), [...red])
      expectColour(await seen(picture, 5, 4), [...green])
      expectColour(await seen(picture, 4, 5), [...blue])
      expectColour(await seen(picture, 5, 5), [...yellow])
    })

    test('is cut out as the picture stands upright', async () => {
      const upright = await quarters().png().toBuffer()
      const stored = await sharp(upright).rotate(-90).withMetadata({ orientation: 6 }).jpeg().toBuffer()

      const [picture] = await drawnFrom('stored-sideways.jpg', stored, {
        ...png,
        crop: { width: 90, height: 40, left: 5, top: 55 },
      })

      expect(picture).toMatchObject({ width: 90, height: 40 })
      expectColour(await seen(picture, 45, 20), [...blue])
    })

    test('is resized after that: to the very size, or as large as fits, and enlarged where asked', async () => {
      const path = await file('quarters.png', await quarters().png().toBuffer())
      const crop = { width: 100, height: 50, left: 100, top: 0 }

      const pictures = await drawn(
        path,
        { ...png, crop, size: { width: 30, height: 30, fit: 'exact' } },
        { ...png, crop, size: { width: 30, height: 30, fit: 'inside' } },
        { ...png, size: { width: 400, height: 400, fit: 'inside' } },
        { ...png, size: { width: 10, height: 300, fit: 'exact' } },
      )

      expect(pictures.map(({ width, height }) => [width, height])).toEqual([
        [30, 30],
        [30, 15],
        [400, 200],
        [10, 300],
      ])
      expectColour(await seen(pictures[0], 2, 2), [...green])
      expectColour(await seen(pictures[3], 1, 290), [...blue])
    })

    test('may be cut out up to the very edge and no further', async () => {
      const path = await file('edge.png', await quarters().png().toBuffer())
      const cut = async ([width, height, left, top]: [number, number, number, number]) =>
        await media().draw(path, await identify(path), [{ ...png, crop: { width, height, left, top } }])

      expect((await cut([100, 50, 100, 50]))?.[0]).toMatchObject({ width: 100, height: 50 })
      for (const outside of [
        [101, 50, 100, 50],
        [100, 51, 100, 50],
        [1, 1, 200, 0],
        [1, 1, 0, 100],
        [201, 1, 0, 0],
      ] satisfies [number, number, number, number][]) {
        await expect(cut(outside), outside.join()).rejects.toThrow(CropOutside)
      }
    })

    test('says how many dots it has an inch, as wanted or as its original did', async () => {
      const bytes = await quarters().withMetadata({ density: 240 }).jpeg().toBuffer()
      const path = await file('dense.jpg', bytes)
      const shape = { longestSide: null, size: { width: 20, height: 10, fit: 'exact' } } as const

      const pictures = await drawn(
        path,
        { ...shape, format: 'jpeg', density: 72, keepMetadata: true },
        { ...shape, format: 'png', density: 300, keepMetadata: true },
        { ...shape, format: 'jpeg', keepMetadata: true },
      )

      const densities = await Promise.all(pictures.map(async ({ bytes }) => (await sharp(bytes).metadata()).density))
      expect(densities).toEqual([72, 300, 240])
    })

    test('of a drawing is sharp however large, and cut out in its own units', async () => {
      const svg =
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="20" height="20" fill="#f00"/>' +
        '<rect x="20" width="20" height="20" fill="#00f"/></svg>'
      const path = await file('halves.svg', svg)

      const [large, cut] = await drawn(
        path,
        { ...png, size: { width: 2000, height: 2000, fit: 'inside' } },
        { ...png, crop: { width: 10, height: 10, left: 25, top: 5 }, size: { width: 50, height: 40, fit: 'exact' } },
      )

      expect(large).toMatchObject({ width: 2000, height: 1000 })
      // enlarged from forty pixels, the edge would be twenty-five wide
      expect(await seen(large, 996, 500)).toEqual([255, 0, 0])
      expect(await seen(large, 1004, 500)).toEqual([0, 0, 255])
      expect(cut).toMatchObject({ width: 50, height: 40 })
      expect(await seen(cut, 25, 20)).toEqual([0, 0, 255])
      await expect(
        media().draw(path, await identify(path), [{ ...png, crop: { width: 41, height: 1, left: 0, top: 0 } }]),
      ).rejects.toThrow(CropOutside)
    })
  })
}
