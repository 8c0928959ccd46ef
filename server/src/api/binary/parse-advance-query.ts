import { Invalid, NotFound } from '../../domain/domain-error.ts'
import type { CropArea, PictureSize } from '../../domain/ports/media-tools.ts'
import type { Preset, PresetId } from '../../domain/preset/preset.ts'
import type { Edit } from '../../domain/rendition/edit.ts'

/** What #24 may be asked, as it comes in the query; empty is absent. */
export type AdvanceQuery = Partial<
  Record<'resize' | 'crop' | 'dpi' | 'type' | 'version' | 'preset' | 'keepAspectRatio' | 'proportion', string>
>

/** https://support.canto.com, "Advanced Download Options". A preset stands for `resize`. */
export async function parseAdvanceQuery(
  { resize, crop, dpi, type, preset, keepAspectRatio, proportion }: AdvanceQuery,
  { contentType, findPreset }: { contentType: string; findPreset: (id: PresetId) => Promise<Preset | undefined> },
): Promise<Edit> {
  const keeps = isTrue('keepAspectRatio', keepAspectRatio) || isTrue('proportion', proportion)
  return {
    crop: crop ? parseCrop(crop) : null,
    size: preset ? await presetSize(preset, findPreset) : resize ? parseSize(resize, keeps) : null,
    dpi: dpi ? parseDpi(dpi) : null,
    format: type ? parseType(type) : contentType === 'image/png' ? 'png' : 'jpeg',
  }
}

async function presetSize(id: string, find: (id: PresetId) => Promise<Preset | undefined>): Promise<PictureSize> {
  const found = await find(id as PresetId)
  if (!found) throw new NotFound(`preset ${id}`)
  return { width: found.width, height: found.height, fit: found.keepAspectRatio ? 'inside' : 'exact' }
}

function parseSize(text: string, keepsProportions: boolean): PictureSize {
  const [, width, height] = /^(\d{1,9})x(\d{1,9})$/i.exec(text.trim()) ?? []
  if (!width || !height) throw new Invalid(`resize is ${text}; it should be width x height in pixels, like 300x400`)
  return { width: Number(width), height: Number(height), fit: keepsProportions ? 'inside' : 'exact' }
}

/** A plus sign that was not encoded has become a space on its way. */
function parseCrop(text: string): CropArea {
  const [, width, height, top, left] = /^(\d{1,9})x(\d{1,9})[+ ](\d{1,9})[+ ](\d{1,9})$/i.exec(text.trim()) ?? []
  if (!width || !height || !top || !left) {
    throw new Invalid(`crop is ${text}; it should be width x height + top + left in pixels, like 500x400+30+30`)
  }
  return { width: Number(width), height: Number(height), top: Number(top), left: Number(left) }
}

const mostDpi = 10_000

function parseDpi(text: string): number {
  const dpi = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0
  if (dpi < 1 || dpi > mostDpi) throw new Invalid(`dpi is ${text}; it should be a whole number from 1 to ${mostDpi}`)
  return dpi
}

const types: Record<string, Edit['format']> = { jpg: 'jpeg', jpeg: 'jpeg', png: 'png' }

function parseType(text: string): Edit['format'] {
  const format = types[text.trim().toLowerCase()]
  if (!format) throw new Invalid(`type is ${text}; it should be jpg, jpeg or png`)
  return format
}

function isTrue(name: string, text: string | undefined): boolean {
  if (text === undefined || text === '' || text.toLowerCase() === 'false') return false
  if (text.toLowerCase() === 'true') return true
  throw new Invalid(`${name} is ${text}; it should be true or false`)
}
