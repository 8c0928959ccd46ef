import type { Asset } from '../../domain/asset/asset.ts'
import { Invalid } from '../../domain/domain-error.ts'
import type { CropArea, PictureSize } from '../../domain/ports/media-tools.ts'
import type { Edit } from '../../domain/rendition/edit.ts'

export type CropFields = Partial<
  Record<'width' | 'height' | 'keep' | 'cropWidth' | 'cropHeight' | 'top' | 'left' | 'dpi' | 'type', string>
>

/** What the form of a shared picture asks for; PNG, which loses nothing, only where the original may be had. */
export function parseCropForm(
  fields: CropFields,
  { asset, allowsOriginal }: { asset: Pick<Asset, 'current'>; allowsOriginal: boolean },
): Edit {
  const crop = cropIn(fields)
  const size = sizeIn(fields, crop ?? asset.current.measures)
  if (!crop && !size) throw new Invalid('Please fill in a size, or an area to cut out.')
  return {
    crop,
    size,
    dpi: whole(fields.dpi, 'Dots per inch', 1, 10_000),
    format: fields.type === 'png' && allowsOriginal ? 'png' : 'jpeg',
  }
}

function cropIn({ cropWidth, cropHeight, top, left }: CropFields): CropArea | null {
  const width = whole(cropWidth, 'The width of the area', 1)
  const height = whole(cropHeight, 'The height of the area', 1)
  if (width === null && height === null && !top && !left) return null
  if (width === null || height === null) throw new Invalid('An area to cut out needs a width and a height.')
  return {
    width,
    height,
    top: whole(top, 'The distance from the top', 0) ?? 0,
    left: whole(left, 'The distance from the left', 0) ?? 0,
  }
}

/** One side is enough: the other follows from the proportions of what is resized. */
function sizeIn(fields: CropFields, of: { width: number | null; height: number | null }): PictureSize | null {
  const width = whole(fields.width, 'The width', 1)
  const height = whole(fields.height, 'The height', 1)
  if (width !== null && height !== null) return { width, height, fit: fields.keep ? 'inside' : 'exact' }
  if (width === null && height === null) return null
  if (!of.width || !of.height) throw new Invalid('Please fill in both the width and the height.')
  const ratio = of.width / of.height
  if (width !== null) return { width, height: Math.max(1, Math.round(width / ratio)), fit: 'exact' }
  return { width: Math.max(1, Math.round((height ?? 1) * ratio)), height: height ?? 1, fit: 'exact' }
}

function whole(text: string | undefined, what: string, least: number, most = 65_500): number | null {
  const given = text?.trim() ?? ''
  if (given === '') return null
  const value = /^\d{1,9}$/.test(given) ? Number(given) : -1
  if (value < least || value > most) throw new Invalid(`${what} should be a whole number from ${least} to ${most}.`)
  return value
}
