import { colour } from '../palette.ts'
import { seededRandom } from '../seeded-random.ts'
import { scene, shadow } from './studio.ts'
import { radialGradient, times, verticalGradient } from './svg.ts'

export function cushion(): string {
  const stitches = times(13, (row) =>
    times(13, (column) => {
      const x = 500 + column * 50
      const y = 330 + row * 48
      return (row + column) % 2
        ? `<path d="M${x - 16} ${y}L${x} ${y - 15}L${x + 16} ${y}L${x} ${y + 15}z" fill="${colour.sand}"/>`
        : `<circle cx="${x}" cy="${y}" r="6" fill="${colour.sun}"/>`
    }),
  )
  return scene({
    wall: ['#e6e2d8', '#cfc8b8'],
    table: ['#7f8f83', '#5b6b60'],
    horizon: 880,
    defs: `${radialGradient('belly', '#ffffff/.26', '#ffffff/.05', '#000000/.32')}<clipPath id="cloth"><path d="M430 270Q800 330 1170 270Q1120 620 1176 960Q800 910 424 960Q480 620 430 270z"/></clipPath>`,
    content: `${shadow(800, 960, 390, 44)}<g clip-path="url(#cloth)"><rect x="400" y="240" width="800" height="760" fill="${colour.clay}"/>${stitches}<ellipse cx="780" cy="600" rx="520" ry="470" fill="url(#belly)"/></g>
    <path d="M430 270Q800 330 1170 270Q1120 620 1176 960Q800 910 424 960Q480 620 430 270z" fill="none" stroke="#9a4526" stroke-width="10"/>
    ${[
      [430, 270],
      [1170, 270],
      [1176, 960],
      [424, 960],
    ]
      .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="20" fill="${colour.sun}"/>`)
      .join('')}`,
  })
}

export function throws(): string {
  const folded = (y: number, fill: string, stripe: string, inset: number) =>
    `<rect x="${430 + inset}" y="${y}" width="${740 - inset * 2}" height="112" rx="52" fill="${fill}"/><rect x="${430 + inset}" y="${y}" width="${740 - inset * 2}" height="112" rx="52" fill="url(#fold)"/>
    <g clip-path="inset(0)">${[0.2, 0.28, 0.74, 0.82].map((share) => `<rect x="${430 + inset + (740 - inset * 2) * share}" y="${y}" width="26" height="112" fill="${stripe}" opacity=".9"/>`).join('')}</g>
    <path d="M${470 + inset} ${y + 58}H${1130 - inset}" stroke="#000" stroke-width="5" opacity=".16"/>`
  const random = seededRandom(9)
  const fringe = times(
    56,
    (index) =>
      `<path d="M${470 + index * 12} 1006q${(random() * 8 - 4).toFixed(1)} 24 ${(random() * 10 - 5).toFixed(1)} 46" stroke="${colour.sand}" stroke-width="5" stroke-linecap="round" fill="none"/>`,
  )
  return scene({
    wall: ['#d9e2e0', '#b7c7c6'],
    table: ['#c89f78', '#93704f'],
    defs: verticalGradient('fold', '#ffffff/.28', '#ffffff/0', '#000000/.28'),
    content: `${shadow(800, 1030, 380, 40)}${folded(900, colour.pine, colour.sun, 0)}${folded(790, colour.sand, colour.clay, 18)}${folded(680, colour.sea, colour.paper, 6)}${folded(570, colour.rose, colour.plum, 26)}${folded(460, colour.sun, colour.ink, 14)}${fringe}`,
  })
}
