/**
 * Capitals drawn with one line of even width, so that posters have letters on machines without any font. Each letter
 * stands on y = 100 and reaches up to 0.
 */
const glyphs: Record<string, { width: number; path: string }> = {
  A: { width: 76, path: 'M0 100L38 0L76 100M14 64H62' },
  B: { width: 60, path: 'M0 100V0H34A24 24 0 0 1 34 48H0M34 48A26 26 0 0 1 34 100H0' },
  C: { width: 85, path: 'M85 15A50 50 0 1 0 85 85' },
  D: { width: 74, path: 'M0 0V100H24A50 50 0 0 0 24 0H0' },
  E: { width: 50, path: 'M50 0H0V100H50M0 50H42' },
  F: { width: 48, path: 'M48 0H0V100M0 50H40' },
  G: { width: 98, path: 'M85 15A50 50 0 1 0 99 54H60' },
  H: { width: 66, path: 'M0 0V100M66 0V100M0 50H66' },
  I: { width: 0, path: 'M0 0V100' },
  J: { width: 42, path: 'M42 0V74A21 26 0 0 1 0 74' },
  K: { width: 60, path: 'M0 0V100M58 0L0 58M21 37L60 100' },
  L: { width: 46, path: 'M0 0V100H46' },
  M: { width: 88, path: 'M0 100V0L44 62L88 0V100' },
  N: { width: 70, path: 'M0 100V0L70 100V0' },
  O: { width: 100, path: 'M50 0A50 50 0 1 1 50 100A50 50 0 1 1 50 0Z' },
  P: { width: 58, path: 'M0 100V0H31A27 27 0 0 1 31 54H0' },
  Q: { width: 100, path: 'M50 0A50 50 0 1 1 50 100A50 50 0 1 1 50 0ZM68 68L98 98' },
  R: { width: 60, path: 'M0 100V0H31A27 27 0 0 1 31 54H0M31 54L60 100' },
  S: { width: 56, path: 'M53 20A25 24.5 0 1 0 28 49.5A26 25.2 0 1 1 2 80' },
  T: { width: 62, path: 'M0 0H62M31 0V100' },
  U: { width: 64, path: 'M0 0V68A32 32 0 0 0 64 68V0' },
  V: { width: 74, path: 'M0 0L37 100L74 0' },
  W: { width: 112, path: 'M0 0L28 100L56 8L84 100L112 0' },
  X: { width: 66, path: 'M0 0L66 100M66 0L0 100' },
  Y: { width: 66, path: 'M0 0L33 52L66 0M33 52V100' },
  Z: { width: 60, path: 'M0 0H60L0 100H60' },
  '0': { width: 68, path: 'M34 0A34 50 0 1 1 34 100A34 50 0 1 1 34 0Z' },
  '1': { width: 24, path: 'M0 20L24 0V100' },
  '2': { width: 56, path: 'M1 27A27 27 0 1 1 49 44L0 100H56' },
  '3': { width: 56, path: 'M4 14A25 24.5 0 1 1 28 48.5A26 25.7 0 1 1 2 82' },
  '4': { width: 64, path: 'M48 100V0L0 70H64' },
  '5': { width: 60, path: 'M54 0H12L6 44A31 31 0 1 1 2 86' },
  '6': { width: 62, path: 'M46 0L6 52M31 38A31 31 0 1 1 31 100A31 31 0 1 1 31 38Z' },
  '7': { width: 56, path: 'M0 0H56L18 100' },
  '8': { width: 56, path: 'M28 0A23 23 0 1 1 28 46A23 23 0 1 1 28 0ZM28 46A27 27 0 1 1 28 100A27 27 0 1 1 28 46Z' },
  '9': { width: 62, path: 'M16 100L56 48M31 0A31 31 0 1 1 31 62A31 31 0 1 1 31 0Z' },
  '.': { width: 0, path: 'M0 99V100' },
  ',': { width: 8, path: 'M8 96L0 114' },
  '-': { width: 34, path: 'M0 54H34' },
  '+': { width: 44, path: 'M0 54H44M22 32V76' },
  '/': { width: 40, path: 'M0 100L40 0' },
  "'": { width: 0, path: 'M0 0V20' },
}

export type Lettering = {
  x: number
  /** Of the baseline. */
  y: number
  /** Height of the capitals. */
  size: number
  fill: string
  /** Width of the line as a share of the height; 0.04 is fine, 0.2 is heavy. */
  weight?: number
  /** Space between letters as a share of the height. */
  spacing?: number
  anchor?: 'start' | 'middle' | 'end'
}

export function lettering(
  text: string,
  { x, y, size, fill, weight = 0.11, spacing = 0.3, anchor = 'start' }: Lettering,
): string {
  const scale = size / 100
  const letters = [...text.toUpperCase()]
  const widths = letters.map((letter) => glyphs[letter]?.width ?? 32)
  const total = widths.reduce((sum, width) => sum + width, 0) + (letters.length - 1) * spacing * 100
  const shift = { start: 0, middle: total / 2, end: total }[anchor]

  let at = -shift
  const paths = letters.map((letter, index) => {
    const placed = `<path transform="translate(${at.toFixed(1)} -100)" d="${glyphs[letter]?.path ?? ''}"/>`
    at += (widths[index] ?? 0) + spacing * 100
    return placed
  })
  return (
    `<g transform="translate(${x} ${y}) scale(${scale})" fill="none" stroke="${fill}" stroke-width="${weight * 100}" ` +
    `stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g>`
  )
}
