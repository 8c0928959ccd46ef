import type { Measures } from '../../../domain/asset/version.ts'
import type { Identified } from '../../../domain/ports/media-tools.ts'
import { parseFileTime } from './file-time.ts'
import { firstOf, numberOf, type Tag } from './tags.ts'

export function measuresFrom(tags: readonly Tag[], { scheme, contentType }: Identified): Measures {
  const isTimed = scheme === 'video' || scheme === 'audio'
  const [width, height] = contentType === 'image/svg+xml' ? drawingSize(tags) : uprightSize(tags)
  return {
    width: scheme === 'audio' ? null : width,
    height: scheme === 'audio' ? null : height,
    dpi: scheme === 'image' ? dpi(tags) : null,
    duration: isTimed ? duration(tags) : null,
    pages: scheme === 'document' || scheme === 'presentation' ? pages(tags) : null,
    createdInFileAt: createdAt(tags),
  }
}

/** Pixels as people see them: a picture taken sideways is turned by its orientation, a film by its rotation. */
function uprightSize(tags: readonly Tag[]): [number | null, number | null] {
  const width = positive(numberOf(sizeTag(tags, 'ImageWidth')))
  const height = positive(numberOf(sizeTag(tags, 'ImageHeight')))
  const orientation = numberOf(firstOf(tags, 'IFD0:Orientation', '*:Orientation')) ?? 1
  const rotation = numberOf(firstOf(tags, 'Composite:Rotation', '*:Rotation')) ?? 0
  const isSideways = (orientation >= 5 && orientation <= 8) || Math.abs(rotation) % 180 === 90
  return isSideways ? [height, width] : [width, height]
}

/** The picture itself before what is embedded in it. */
const sizeTag = (tags: readonly Tag[], name: string) =>
  firstOf(tags, `File:${name}`, `PNG:${name}`, `IFD0:${name}`, `Track1:${name}`, `Photoshop:${name}`, `*:${name}`)

const pixelsPerUnit: Record<string, number> = { '': 1, px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 }

/** https://www.w3.org/TR/SVG2/coords.html: lengths at 96 a inch; without them the box of the view. */
function drawingSize(tags: readonly Tag[]): [number | null, number | null] {
  const box = firstOf(tags, '*:ViewBox', '*:Viewbox')
    ?.value.split(/[\s,]+/)
    .map(Number)
  const length = (name: string, fromBox: number | undefined) => {
    const [, number, unit] = /^([\d.]+)\s*([a-z]*)$/i.exec(firstOf(tags, `SVG:${name}`, `*:${name}`)?.value ?? '') ?? []
    const factor = pixelsPerUnit[unit?.toLowerCase() ?? '']
    const pixels = number === undefined || factor === undefined ? fromBox : Number(number) * factor
    return positive(pixels === undefined || Number.isNaN(pixels) ? null : pixels)
  }
  return [length('ImageWidth', box?.[2]), length('ImageHeight', box?.[3])]
}

function dpi(tags: readonly Tag[]): number | null {
  const perMetre = numberOf(firstOf(tags, 'PNG-pHYs:PixelsPerUnitX', 'PNG:PixelsPerUnitX'))
  if (perMetre !== null) {
    const unit = firstOf(tags, 'PNG-pHYs:PixelUnits', 'PNG:PixelUnits')
    return unit?.value === 'meters' ? positive(perMetre * 0.0254) : null
  }
  // Photoshop always means inches, whatever it shows.
  const inPhotoshop = numberOf(firstOf(tags, 'Photoshop:XResolution'))
  for (const group of ['IFD0', 'JFIF']) {
    const stated = numberOf(firstOf(tags, `${group}:XResolution`))
    const factor = perInch(firstOf(tags, `${group}:ResolutionUnit`)?.value ?? (group === 'IFD0' ? 'inches' : 'None'))
    if (stated !== null && factor !== null) return positive(stated * factor)
  }
  return positive(inPhotoshop)
}

function perInch(unit: string): number | null {
  if (unit === 'inches') return 1
  return unit === 'cm' ? 2.54 : null // "None": a ratio of sides, not a resolution
}

/** Whole seconds, as exiftool counts them; what it only estimates is left to who knows better. */
function duration(tags: readonly Tag[]): number | null {
  const tag = firstOf(tags, 'QuickTime:Duration', 'Info:Duration', 'Composite:Duration', '*:Duration')
  const seconds = tag?.value.includes('approx') ? null : numberOf(tag)
  return seconds === null || seconds <= 0 ? null : Math.max(1, Math.round(seconds))
}

const pages = (tags: readonly Tag[]): number | null =>
  positive(numberOf(firstOf(tags, '*:PageCount', '*:Slides', '*:Pages', '*:Document-statisticPage-count', '*:NPages')))

function createdAt(tags: readonly Tag[]): number | null {
  const names = ['SubSecDateTimeOriginal', 'DateTimeOriginal', 'CreationDate', 'SubSecCreateDate', 'CreateDate']
  for (const name of [...names, 'DateCreated', 'Creation-date', 'MediaCreateDate']) {
    for (const group of ['Composite', 'ExifIFD', '*']) {
      const offset = firstOf(tags, 'ExifIFD:OffsetTimeOriginal', 'ExifIFD:OffsetTime')?.value
      const time = parseFileTime(firstOf(tags, `${group}:${name}`)?.value ?? '', group === '*' ? undefined : offset)
      if (time !== null) return time
    }
  }
  return null
}

const positive = (number: number | null): number | null =>
  number === null || number <= 0 || number > 1e9 ? null : Math.round(number)
