import type { Asset } from '../../domain/asset/asset.ts'

const units = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** `2.3 MB`. */
export function sizeInWords(bytes: number): string {
  let value = bytes
  let unit = 0
  for (; value >= 999.5 && unit < units.length - 1; unit++) value /= 1000
  return `${unit === 0 || value >= 99.5 ? Math.round(value) : Number(value.toPrecision(2))} ${units[unit]}`
}

/** `JPG · 2.3 MB · 4000 × 3000`. */
export function factsOf({ current }: Pick<Asset, 'current'>): string {
  const { width, height } = current.measures
  return [
    current.extension.toUpperCase(),
    sizeInWords(current.size),
    width && height ? `${Math.round(width)} × ${Math.round(height)}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
