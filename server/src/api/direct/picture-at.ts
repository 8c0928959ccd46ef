import { Invalid } from '../../domain/domain-error.ts'
import type { PreviewFormat } from '../../domain/rendition/open-previews.ts'

const formats: Record<string, PreviewFormat> = { jpg: 'jpeg', jpeg: 'jpeg', webp: 'webp', avif: 'avif' }

/** The end of a preview's address: `800`, or `800.webp` where the format has been chosen. */
export function pictureAt(end: string): { size: number; format: PreviewFormat | null } {
  const [, digits, extension] = /^(\d{1,9})(?:\.(\w+))?$/.exec(end) ?? []
  const format = extension === undefined ? null : formats[extension.toLowerCase()]
  if (!digits || Number(digits) < 1 || format === undefined) {
    throw new Invalid(`A preview's address ends in its longest side in pixels, like 800, not in ${end}`)
  }
  return { size: Number(digits), format }
}
