import type { CropArea, PictureSize, WantedPicture } from '../ports/media-tools.ts'

/** A picture as somebody wants it: cut out of the original first, then resized. */
export type Edit = {
  crop: CropArea | null
  size: PictureSize | null
  /** Dots per inch, written into the file; `null`: as the original has it. */
  dpi: number | null
  format: 'jpeg' | 'png'
}

/** Another text for each edit, fit for addresses and for the names of renditions: `edit-crop500x400+30+30-72dpi.jpg`. */
export type EditName = `edit${string}.${'jpg' | 'png'}`

export const extensionOf = ({ format }: Pick<Edit, 'format'>) => (format === 'jpeg' ? 'jpg' : 'png')

export function editName(edit: Edit): EditName {
  const { crop, size, dpi } = edit
  const cut = crop ? `-crop${crop.width}x${crop.height}+${crop.top}+${crop.left}` : ''
  const sized = size ? `-${size.fit}${size.width}x${size.height}` : ''
  return `edit${cut}${sized}${dpi === null ? '' : `-${dpi}dpi`}.${extensionOf(edit)}`
}

const named = /^edit(?:-crop(\d+)x(\d+)\+(\d+)\+(\d+))?(?:-(inside|exact)(\d+)x(\d+))?(?:-(\d+)dpi)?\.(jpg|png)$/

/** The way back; `undefined` for what is no such name. */
export function editNamed(name: string): Edit | undefined {
  const found = named.exec(name)
  if (!found) return undefined
  const number = (group: number) => Number(found[group])
  return {
    crop: found[1] ? { width: number(1), height: number(2), top: number(3), left: number(4) } : null,
    size: found[5] ? { fit: found[5] as PictureSize['fit'], width: number(6), height: number(7) } : null,
    dpi: found[8] ? number(8) : null,
    format: found[9] === 'png' ? 'png' : 'jpeg',
  }
}

/** The dots an inch of the original stay where no others are wanted. */
export function wantedFor({ crop, size, dpi, format }: Edit, own: { dpi: number | null }): WantedPicture {
  const density = dpi ?? own.dpi
  return {
    longestSide: null,
    format,
    quality: 92,
    keepMetadata: true,
    ...(crop && { crop }),
    ...(size && { size }),
    ...(density !== null && { density }),
  }
}
