/** A part of a picture, in its own pixels. */
export type CropArea = { left: number; top: number; width: number; height: number }
export type PictureSize = { width: number; height: number }

/** Which sides of the area follow: `n`, `se`…; `move`: all of it. */
export type Handle = 'move' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw'

export const wholeOf = ({ width, height }: PictureSize): CropArea => ({ left: 0, top: 0, width, height })

export const isWhole = (area: CropArea, picture: PictureSize): boolean =>
  area.width === picture.width && area.height === picture.height

/** Whole pixels, all of them in the picture, at least one. */
export function withinPicture({ left, top, width, height }: CropArea, picture: PictureSize): CropArea {
  const size = {
    width: clamp(Math.round(width), 1, picture.width),
    height: clamp(Math.round(height), 1, picture.height),
  }
  return {
    ...size,
    left: clamp(Math.round(left), 0, picture.width - size.width),
    top: clamp(Math.round(top), 0, picture.height - size.height),
  }
}

/** The area when a handle of it is moved; `shape`: width by height to keep, `null` for any. */
export function dragged(
  area: CropArea,
  handle: Handle,
  by: { x: number; y: number },
  { picture, shape }: { picture: PictureSize; shape: number | null },
): CropArea {
  if (handle === 'move') return withinPicture({ ...area, left: area.left + by.x, top: area.top + by.y }, picture)
  const [right, bottom] = [area.left + area.width, area.top + area.height]
  const next = {
    left: handle.includes('w') ? clamp(area.left + by.x, 0, right - 1) : area.left,
    right: handle.includes('e') ? clamp(right + by.x, area.left + 1, picture.width) : right,
    top: handle.includes('n') ? clamp(area.top + by.y, 0, bottom - 1) : area.top,
    bottom: handle.includes('s') ? clamp(bottom + by.y, area.top + 1, picture.height) : bottom,
  }
  const size = { width: next.right - next.left, height: next.bottom - next.top }
  const free = { left: next.left, top: next.top, ...size }
  if (shape === null) return withinPicture(free, picture)
  return shaped(free, handle, { picture, shape })
}

/** The largest area of that shape around the same middle, no larger than this one where that fits. */
export function inShape(area: CropArea, shape: number, picture: PictureSize): CropArea {
  const width = Math.min(area.width, area.height * shape)
  const height = width / shape
  return withinPicture(
    { left: area.left + (area.width - width) / 2, top: area.top + (area.height - height) / 2, width, height },
    picture,
  )
}

/** The side one does not pull follows; what is opposite the handle stays where it is. */
function shaped(area: CropArea, handle: Handle, { picture, shape }: { picture: PictureSize; shape: number }): CropArea {
  const byHeight = handle === 'n' || handle === 's'
  const [right, bottom] = [area.left + area.width, area.top + area.height]
  const room = {
    width: handle.includes('w') ? right : picture.width - area.left,
    height: handle.includes('n') ? bottom : picture.height - area.top,
  }
  const wanted = byHeight ? area.height * shape : area.width
  const width = Math.min(wanted, room.width, room.height * shape)
  const height = width / shape
  return withinPicture(
    {
      left: handle.includes('w') ? right - width : area.left,
      top: handle.includes('n') ? bottom - height : area.top,
      width,
      height,
    },
    picture,
  )
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most))
