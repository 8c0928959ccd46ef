import { lettering } from '../lettering.ts'
import { colour } from '../palette.ts'
import { svg } from './svg.ts'

/** A cairn, "varde" in Danish: three stones. Drawn in a square of 100. */
const stones = (top: string, middle: string, bottom: string): string =>
  `<path d="M50 8c11 0 20 6 20 15s-9 13-20 13-20-4-20-13S39 8 50 8z" fill="${top}"/>` +
  `<path d="M52 39c18 0 29 6 29 14s-13 13-31 13-31-5-31-13 15-14 33-14z" fill="${middle}"/>` +
  `<path d="M48 69c25 0 42 5 42 13s-18 11-41 11-40-3-40-11 14-13 39-13z" fill="${bottom}"/>`

export const mark = (x: number, y: number, size: number, top: string, middle: string, bottom: string): string =>
  `<g transform="translate(${x} ${y}) scale(${size / 100})">${stones(top, middle, bottom)}</g>`

export const markOnly = svg(512, 512, mark(56, 56, 400, colour.sun, colour.clay, colour.ink))

export const wordmark = svg(900, 260, lettering('Varde', { x: 80, y: 190, size: 120, fill: colour.ink, weight: 0.13 }))

export const lockup = (letters: string, top: string, middle: string, bottom: string, paper?: string): string =>
  svg(
    1400,
    500,
    `${paper === undefined ? '' : `<rect width="1400" height="500" fill="${paper}"/>`}${mark(110, 90, 320, top, middle, bottom)}${lettering('Varde', { x: 520, y: 330, size: 160, fill: letters, weight: 0.13 })}`,
  )

export const appTile = svg(
  512,
  512,
  `<rect width="512" height="512" rx="112" fill="${colour.pine}"/>${mark(96, 92, 320, colour.sun, colour.sand, colour.rose)}`,
)

export const badge = svg(
  900,
  900,
  `<rect width="900" height="900" fill="${colour.sand}"/><circle cx="450" cy="450" r="390" fill="${colour.clay}"/>
  <circle cx="450" cy="450" r="352" fill="none" stroke="${colour.sand}" stroke-width="6"/>
  ${mark(300, 170, 300, colour.sun, colour.sand, colour.paper)}
  ${lettering('Since 1987', { x: 450, y: 590, size: 54, fill: colour.sand, weight: 0.13, anchor: 'middle' })}
  ${lettering('made slowly', { x: 450, y: 680, size: 36, fill: colour.sun, weight: 0.13, anchor: 'middle' })}`,
)

const lineIcon = (paths: string, accent: string): string =>
  svg(
    96,
    96,
    `<g fill="none" stroke="${colour.ink}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">${accent}${paths}</g>`,
  )
const dab = (path: string, fill: string): string => `<path d="${path}" fill="${fill}" stroke="none"/>`

export const icons = {
  mug: lineIcon(
    '<path d="M20 36h44v30a14 14 0 0 1-14 14H34a14 14 0 0 1-14-14z"/><path d="M64 44h6a9 9 0 0 1 0 20h-6M32 26c-4-5 4-7 0-12M46 26c-4-5 4-7 0-12"/>',
    dab('M20 50h44v16a14 14 0 0 1-14 14H34a14 14 0 0 1-14-14z', colour.rose),
  ),
  lamp: lineIcon(
    '<path d="M48 8v18M20 58a28 28 0 0 1 56 0z"/><path d="M38 58a10 10 0 0 0 20 0M48 78v8M26 74l-6 7M70 74l6 7"/>',
    dab('M20 58a28 28 0 0 1 56 0z', colour.sun),
  ),
  leaf: lineIcon(
    '<path d="M18 78C14 40 38 18 80 16c2 42-20 66-54 60M18 82c6-22 20-36 40-46"/>',
    dab('M26 76C22 46 44 26 80 16c2 42-20 66-54 60z', colour.moss),
  ),
  parcel: lineIcon(
    '<path d="M14 32l34-18 34 18v36L48 86 14 68zM14 32l34 18 34-18M48 50v36M31 23l34 18"/>',
    dab('M48 50l34-18v36L48 86z', colour.sky),
  ),
}
