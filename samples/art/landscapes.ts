import { colour } from '../palette.ts'
import { seededRandom } from '../seeded-random.ts'
import { radialGradient, svg, times, verticalGradient } from './svg.ts'

/** A line of hills: a sum of three waves, from left to right. */
function ridge(baseline: number, relief: number, seed: number, width: number, height: number): string {
  const random = seededRandom(seed)
  const waves = [1, 2.3, 5.1].map((frequency, index) => ({
    frequency,
    reach: relief / (index * 1.6 + 1),
    phase: random() * 7,
  }))
  const points = Array.from({ length: 61 }, (_, index) => {
    const x = (index / 60) * width
    const lift = waves.reduce(
      (sum, { frequency, reach, phase }) => sum + Math.sin((x / width) * frequency * 4 + phase) * reach,
      0,
    )
    return `${x.toFixed(0)} ${(baseline - lift).toFixed(1)}`
  })
  return `M0 ${height}L${points.join('L')}L${width} ${height}z`
}

const mix = (from: [number, number, number], to: [number, number, number], share: number): string =>
  `rgb(${from.map((value, index) => Math.round(value + ((to[index] ?? 0) - value) * share)).join(',')})`

type Weather = {
  sky: string[]
  sun: { x: number; y: number; radius: number; fill: string }
  far: [number, number, number]
  near: [number, number, number]
  seed: number
}

/** Hills behind hills in the haze. */
export function hills({ sky, sun, far, near, seed }: Weather, width = 1800, height = 1200): string {
  const rows = 8
  return svg(
    width,
    height,
    `<defs>${verticalGradient('sky', ...sky)}${radialGradient('glow', `${sun.fill}/.85`, `${sun.fill}/.25`, `${sun.fill}/0`)}${verticalGradient('haze', '#ffffff/.30', '#ffffff/0')}</defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/><circle cx="${sun.x}" cy="${sun.y}" r="${sun.radius * 5}" fill="url(#glow)"/><circle cx="${sun.x}" cy="${sun.y}" r="${sun.radius}" fill="#fffaf0"/>
    ${times(rows, (index) => {
      const share = index / (rows - 1)
      const path = ridge(height * (0.5 + share * 0.42), 46 + share * 34, seed + index * 13, width, height)
      return `<path d="${path}" fill="${mix(far, near, share)}"/>${index < rows - 1 ? `<path d="${path}" fill="url(#haze)" opacity="${(0.5 - share * 0.45).toFixed(2)}"/>` : ''}`
    })}`,
  )
}

export const morning = (): string =>
  hills({
    sky: ['#bcd6de', '#f0e3cc', '#f7d2a8'],
    sun: { x: 1250, y: 470, radius: 62, fill: '#ffe3a8' },
    far: [206, 203, 190],
    near: [38, 74, 66],
    seed: 11,
  })

export const dusk = (): string =>
  hills({
    sky: ['#3a3a63', '#a25d7c', '#f0a06e'],
    sun: { x: 520, y: 600, radius: 70, fill: '#ffb070' },
    far: [190, 108, 112],
    near: [28, 24, 48],
    seed: 71,
  })

/** One moment of the film: a sun that goes round once, waves that close into themselves. `at` from 0 to 1. */
export function filmFrame(at: number): string {
  const turn = at * 2 * Math.PI
  const sunY = 300 - Math.cos(turn) * -130
  const light = (1 - Math.cos(turn)) / 2
  const wave = (y: number, reach: number, speed: number, fill: string) => {
    const points = Array.from({ length: 49 }, (_, index) => {
      const x = index * 20
      return `${x} ${(y + Math.sin((x / 960) * Math.PI * 4 + turn * speed) * reach).toFixed(1)}`
    })
    return `<path d="M0 540L${points.join('L')}L960 540z" fill="${fill}"/>`
  }
  const top = mix([247, 214, 174], [45, 62, 92], light)
  const low = mix([244, 190, 150], [196, 110, 96], light)
  const boatY = 352 + Math.sin(turn * 2) * 7
  return svg(
    960,
    540,
    `<defs>${verticalGradient('sky', top, low)}${radialGradient('glow', '#ffd48a/.75', '#ffd48a/.3', '#ffd48a/0')}</defs><rect width="960" height="540" fill="url(#sky)"/>
    <circle cx="480" cy="${sunY.toFixed(1)}" r="260" fill="url(#glow)"/><circle cx="480" cy="${sunY.toFixed(1)}" r="96" fill="${colour.sun}"/>
    ${wave(360, 10, 1, '#6fa3ad')}<g transform="translate(600 ${boatY.toFixed(1)}) rotate(${(Math.sin(turn * 2 + 1) * 4).toFixed(2)}) scale(.5)"><path d="M0-10V-270L150-10z" fill="${colour.paper}"/><path d="M-14-10V-220L-104-10z" fill="${colour.clay}"/><path d="M-128 0H172L136 48H-92z" fill="${colour.ink}"/></g>
    ${wave(392, 13, -1, colour.sea)}${wave(432, 15, 2, '#2f6275')}${wave(480, 16, -1, '#1f4759')}`,
  )
}
