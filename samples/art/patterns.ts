import { colour } from '../palette.ts'
import { seededRandom } from '../seeded-random.ts'
import { svg, times } from './svg.ts'

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T

/** Quarter and half circles in tiles, as on old kitchen floors. */
export function tiles(columns: number, rows: number, seed: number): string {
  const random = seededRandom(seed)
  const side = 100
  const colours = [colour.clay, colour.pine, colour.sun, colour.sky, colour.ink, colour.rose, colour.sand]
  const shapes = [
    'M0 0H100A100 100 0 0 1 0 100z',
    'M0 0A100 100 0 0 1 100 100H0z',
    'M0 50A50 50 0 0 1 100 50zM0 100A50 50 0 0 1 100 100z',
    'M50 0A50 50 0 0 1 50 100zM0 0A50 50 0 0 1 0 100z',
    'M50 0A50 50 0 1 1 50 100A50 50 0 1 1 50 0z',
    'M0 0L100 100H0z',
  ]
  const content = times(columns * rows, (index) => {
    const ground = pick(colours, random)
    const ink = pick(
      colours.filter((one) => one !== ground),
      random,
    )
    const quarter = Math.floor(random() * 4) * 90
    return `<g transform="translate(${(index % columns) * side} ${Math.floor(index / columns) * side})">
      <rect width="100.5" height="100.5" fill="${ground}"/>
      <path d="${pick(shapes, random)}" fill="${ink}" transform="rotate(${quarter} 50 50)"/></g>`
  })
  return svg(columns * side, rows * side, content)
}

/** Rows of overlapping scales, like waves in a print. */
export function waves(): string {
  const radius = 90
  const row = (y: number, shift: number) =>
    times(16, (index) => {
      const x = index * radius * 2 + shift
      return [1, 0.78, 0.56, 0.34, 0.14]
        .map(
          (share, ring) =>
            `<circle cx="${x}" cy="${y}" r="${radius * share}" fill="${ring % 2 ? colour.paper : colour.sea}"/>`,
        )
        .join('')
    })
  const rows = times(26, (index) => row(index * 45 - 20, index % 2 ? 0 : radius))
  return svg(1500, 1000, `<rect width="1500" height="1000" fill="${colour.paper}"/>${rows}`)
}

/** Over and under, two colours of thread. */
export function weave(): string {
  const step = 60
  const strand = (x: number, y: number, upright: boolean) =>
    upright
      ? `<rect x="${x + 9}" y="${y - 14}" width="42" height="88" rx="6" fill="${colour.clay}"/><path d="M${x + 20} ${y - 10}V${y + 70}M${x + 30} ${y - 10}V${y + 70}M${x + 40} ${y - 10}V${y + 70}" stroke="#a84d2c" stroke-width="2.5"/>`
      : `<rect x="${x - 14}" y="${y + 9}" width="88" height="42" rx="6" fill="${colour.sand}"/><path d="M${x - 10} ${y + 20}H${x + 70}M${x - 10} ${y + 30}H${x + 70}M${x - 10} ${y + 40}H${x + 70}" stroke="#d6c5a8" stroke-width="2.5"/>`
  const places = Array.from({ length: 26 * 18 }, (_, index) => ({ column: index % 26, row: Math.floor(index / 26) }))
  // Under every crossing lies the other thread: those that run below first.
  const layer = (upright: boolean, over: boolean) =>
    places
      .filter(({ column, row }) => ((column + row) % 2 === 0) === (upright === over))
      .map(({ column, row }) => strand(column * step, row * step, upright))
      .join('')
  const cells = layer(true, false) + layer(false, false) + layer(true, true) + layer(false, true)
  return svg(1500, 1000, `<rect width="1500" height="1000" fill="#8d4327"/>${cells}`)
}

/** Chips of stone in a polished floor. */
export function terrazzo(): string {
  const random = seededRandom(1987)
  const colours = [colour.clay, colour.pine, colour.sun, colour.ink, colour.rose, colour.sky, colour.moss]
  const chips = times(330, () => {
    const x = random() * 1500
    const y = random() * 1000
    const size = 8 + random() ** 2 * 44
    const corners = 5 + Math.floor(random() * 3)
    const points = Array.from({ length: corners }, (_, corner) => {
      const angle = (corner / corners) * 2 * Math.PI
      const reach = size * (0.6 + random() * 0.5)
      return `${(x + Math.cos(angle) * reach).toFixed(1)},${(y + Math.sin(angle) * reach * 0.8).toFixed(1)}`
    })
    return `<polygon points="${points.join(' ')}" fill="${pick(colours, random)}" stroke-linejoin="round"/>`
  })
  return svg(1500, 1000, `<rect width="1500" height="1000" fill="${colour.paper}"/>${chips}`)
}

/** Rainbows of three bands, turned every way. */
export function arches(): string {
  const random = seededRandom(7)
  const cells = times(15 * 10, (index) => {
    const bands = [colour.clay, colour.sun, colour.rose, colour.pine, colour.sky].sort(() => random() - 0.5)
    const circles = [96, 70, 44, 18].map(
      (radius, ring) => `<circle cx="0" cy="100" r="${radius}" fill="${bands[ring]}"/>`,
    )
    const turned = Math.floor(random() * 4) * 90
    return `<svg x="${(index % 15) * 100}" y="${Math.floor(index / 15) * 100}" width="100" height="100" viewBox="0 0 100 100"><g transform="rotate(${turned} 50 50)">${circles.join('')}</g></svg>`
  })
  return svg(1500, 1000, `<rect width="1500" height="1000" fill="${colour.sand}"/>${cells}`)
}

/** Stones of the mark, scattered in rows. */
export function stones(): string {
  const random = seededRandom(3)
  const rows = times(12 * 9, (index) => {
    const column = index % 12
    const row = Math.floor(index / 12)
    const x = column * 136 + (row % 2) * 68 - 20
    const y = row * 122 + 10
    const width = 46 + random() * 12
    const height = 26 + random() * 10
    return `<ellipse cx="${x}" cy="${y}" rx="${width.toFixed(1)}" ry="${height.toFixed(1)}" fill="${pick([colour.sand, colour.rose, colour.sun, colour.moss, colour.sky], random)}" transform="rotate(${(random() * 24 - 12).toFixed(1)} ${x} ${y})"/>`
  })
  return svg(1500, 1000, `<rect width="1500" height="1000" fill="${colour.pine}"/>${rows}`)
}
