import { lettering } from '../lettering.ts'
import { colour } from '../palette.ts'
import { mark } from './brand.ts'
import { svg, times } from './svg.ts'

export const squarePost = (): string =>
  svg(
    1080,
    1080,
    `<rect width="1080" height="1080" fill="${colour.rose}"/>
    ${times(12, (index) => `<path d="M540 620L${540 + Math.cos((index * Math.PI) / 6 - 0.13) * 1200} ${620 + Math.sin((index * Math.PI) / 6 - 0.13) * 1200}L${540 + Math.cos((index * Math.PI) / 6 + 0.13) * 1200} ${620 + Math.sin((index * Math.PI) / 6 + 0.13) * 1200}z" fill="#ecbdb2"/>`)}
    <circle cx="540" cy="620" r="300" fill="${colour.sun}"/>${mark(360, 440, 360, colour.paper, colour.clay, colour.ink)}
    ${lettering('Out now', { x: 540, y: 210, size: 100, fill: colour.ink, weight: 0.15, anchor: 'middle' })}`,
  )

export const story = (): string =>
  svg(
    1080,
    1920,
    `<rect width="1080" height="1920" fill="${colour.pine}"/>
    ${times(7, (index) => `<circle cx="540" cy="1920" r="${1180 - index * 150}" fill="${[colour.moss, colour.sun, colour.clay, colour.rose, colour.sand, colour.sky, colour.sea][index]}"/>`)}
    ${lettering('Less', { x: 90, y: 330, size: 170, fill: colour.sand, weight: 0.13 })}
    ${lettering('but', { x: 90, y: 560, size: 170, fill: colour.sand, weight: 0.13 })}
    ${mark(820, 120, 170, colour.sun, colour.sand, colour.rose)}
    ${lettering('lovelier', { x: 94, y: 690, size: 74, fill: colour.sun, weight: 0.13 })}`,
  )

export const banner = (): string =>
  svg(
    1600,
    500,
    `<rect width="1600" height="500" fill="${colour.sky}"/><circle cx="1250" cy="420" r="330" fill="${colour.paper}"/><circle cx="1250" cy="420" r="240" fill="${colour.sun}"/><circle cx="1250" cy="420" r="150" fill="${colour.clay}"/>
    <path d="M0 420Q400 340 800 420T1600 420V500H0z" fill="${colour.sea}"/><path d="M0 455Q400 395 800 455T1600 455V500H0z" fill="${colour.ink}"/>
    ${lettering('Summer is here', { x: 80, y: 236, size: 70, fill: colour.ink, weight: 0.14, spacing: 0.24 })}`,
  )
