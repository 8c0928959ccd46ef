import { lettering } from '../lettering.ts'
import { colour } from '../palette.ts'
import { seededRandom } from '../seeded-random.ts'
import { ground, poster, sign, small } from './poster.ts'
import { times, verticalGradient } from './svg.ts'

/** The sun at the horizon, in rings, and its way over the water. */
export function longLight(): string {
  const rings = [360, 300, 240, 180, 120, 60]
  const tints = [colour.rose, '#e39a7d', '#dd8560', colour.clay, '#e08a3f', colour.sun]
  const sun = rings.map((radius, ring) => `<circle cx="500" cy="760" r="${radius}" fill="${tints[ring]}"/>`).join('')
  const water = times(12, (index) => {
    const y = 784 + index * 24 + index * index * 0.9
    const reach = 350 - Math.abs(index - 3) * 17 + (index % 2) * 46
    return `<rect x="${500 - reach}" y="${y}" width="${reach * 2}" height="${9 + index * 0.6}" rx="6" fill="${index % 3 ? colour.sun : colour.rose}" opacity="${0.95 - index * 0.045}"/>`
  })
  return poster(`<defs>${verticalGradient('sky', '#f6e7d0', '#f3cfae')}</defs>${ground('url(#sky)')}${sun}
    <rect y="760" width="1000" height="654" fill="${colour.sea}"/>${water}
    ${lettering('Long', { x: 70, y: 196, size: 118, fill: colour.ink, weight: 0.14 })}
    ${lettering('Light', { x: 70, y: 352, size: 118, fill: colour.ink, weight: 0.14 })}
    ${sign(colour.paper)}${small('Summer collection', colour.paper)}`)
}

/** Sails and their reflections. */
export function harbour(): string {
  const boat = (x: number, scale: number, sail: string, jib: string) => {
    const shape = `<path d="M0-10V-270L150-10z" fill="${sail}"/><path d="M-14-10V-220L-104-10z" fill="${jib}"/><path d="M-128 0H172L136 48H-92z" fill="${colour.ink}"/>`
    return `<g transform="translate(${x} 860) scale(${scale})">${shape}</g><g transform="translate(${x} ${860 + 96 * scale}) scale(${scale} ${-scale * 0.8})" opacity=".28">${shape}</g>`
  }
  const ripples = times(15, (index) => {
    const y = 960 + index * 21
    return `<path d="M${((index * 173) % 700) - 60} ${y}h${160 + ((index * 97) % 260)}M${((index * 311) % 800) + 300} ${y + 8}h${90 + ((index * 61) % 200)}" stroke="${colour.paper}" stroke-width="5" stroke-linecap="round" opacity=".4"/>`
  })
  return poster(`<defs>${verticalGradient('air', '#d8e7e6', '#f3ead8')}${verticalGradient('water', colour.sky, colour.sea)}</defs>
    ${ground('url(#air)')}<circle cx="770" cy="330" r="120" fill="${colour.sun}"/>
    <path d="M0 860V690L150 600L300 720L420 650L600 790L760 730L1000 820V860z" fill="${colour.moss}" opacity=".75"/>
    <path d="M0 860V770L220 720L460 820L700 780L1000 850V860z" fill="${colour.pine}"/>
    <rect y="858" width="1000" height="556" fill="url(#water)"/>${ripples}
    ${boat(250, 1.15, colour.paper, colour.clay)}${boat(610, 0.8, colour.sun, colour.paper)}${boat(850, 0.52, colour.rose, colour.paper)}
    ${lettering('Harbour', { x: 70, y: 190, size: 96, fill: colour.ink, weight: 0.13, spacing: 0.26 })}
    ${lettering('days', { x: 70, y: 318, size: 96, fill: colour.ink, weight: 0.13, spacing: 0.26 })}
    ${sign(colour.paper)}${small('Open air market', colour.paper, 1308)}${small('12 - 14 June', colour.paper, 1348)}`)
}

/** A crate of fruit, as a grid. */
export function market(): string {
  const random = seededRandom(12)
  const fruit = [
    `<circle cx="100" cy="106" r="72" fill="${colour.clay}"/><path d="M100 40c4-18 18-26 36-24-2 18-16 28-36 24z" fill="${colour.pine}"/>`,
    `<path d="M100 36c30 0 30 40 46 66s10 72-46 72-62-46-46-72 16-66 46-66z" fill="${colour.sun}"/><path d="M100 40q2-14 12-20" stroke="${colour.ink}" stroke-width="7" fill="none" stroke-linecap="round"/>`,
    `<circle cx="66" cy="124" r="42" fill="${colour.plum}"/><circle cx="136" cy="132" r="42" fill="${colour.plum}"/><path d="M66 84Q96 30 128 24M136 92Q126 54 128 24" stroke="${colour.pine}" stroke-width="7" fill="none"/>`,
    `<path d="M28 78a72 72 0 0 0 144 0z" fill="${colour.clay}"/><path d="M28 78a72 72 0 0 0 144 0z" fill="none" stroke="${colour.pine}" stroke-width="14"/><path d="M72 100v14M100 104v14M128 100v14" stroke="${colour.ink}" stroke-width="8" stroke-linecap="round"/>`,
    `<circle cx="100" cy="100" r="74" fill="${colour.sun}"/><circle cx="100" cy="100" r="60" fill="${colour.paper}"/>${times(8, (index) => `<path d="M100 94L84 52a46 46 0 0 1 32 0z" fill="${colour.sun}" transform="rotate(${index * 45} 100 100)"/>`)}`,
    `<path d="M36 160C36 76 84 36 164 36c0 84-44 128-128 124z" fill="${colour.moss}"/><path d="M36 160L140 60" stroke="${colour.paper}" stroke-width="6"/>`,
  ]
  const grounds = [colour.sand, colour.rose, colour.sky, '#dfe5cf', colour.paper, '#f1d9a6']
  const cells = times(20, (index) => {
    const kind = (index * 5 + Math.floor(index / 4) * 2) % fruit.length
    const paper = grounds[(index * 7 + Math.floor(random() * 2)) % grounds.length]
    return `<g transform="translate(${70 + (index % 4) * 215} ${330 + Math.floor(index / 4) * 190}) scale(.95)"><rect width="218" height="192" fill="${paper}"/><g transform="translate(14 0) scale(.96)">${fruit[kind]}</g></g>`
  })
  return poster(`${ground(colour.paper)}
    ${lettering('Market', { x: 70, y: 172, size: 104, fill: colour.ink, weight: 0.15, spacing: 0.26 })}
    ${lettering('every saturday', { x: 72, y: 258, size: 40, fill: colour.clay, weight: 0.15, spacing: 0.34 })}
    ${cells}${sign(colour.ink)}${small('Courtyard, from 8', colour.ink)}`)
}

/** Arcs of a night that does not end. */
export function midsummer(): string {
  const bands = [colour.plum, '#8d4f5c', colour.clay, '#dc8a4d', colour.sun, '#f3d68f', colour.paper]
  const arcs = bands
    .map((tint, index) => {
      const radius = 470 - index * 62
      return `<path d="M${500 - radius} 1080A${radius} ${radius} 0 0 1 ${500 + radius} 1080z" fill="${tint}"/>`
    })
    .join('')
  const random = seededRandom(24)
  const stars = times(90, () => {
    const y = random() * 560
    return `<circle cx="${(random() * 1000).toFixed(0)}" cy="${y.toFixed(0)}" r="${(1 + random() * 2.6).toFixed(1)}" fill="${colour.paper}" opacity="${(0.9 - y / 800).toFixed(2)}"/>`
  })
  return poster(`<defs>${verticalGradient('night', colour.night, '#2b3c55')}</defs>${ground('url(#night)')}${stars}${arcs}
    <rect y="1080" width="1000" height="334" fill="${colour.night}"/>
    ${times(9, (index) => `<rect x="${120 + index * 20}" y="${1106 + index * 15}" width="${760 - index * 40}" height="5" rx="3" fill="${bands[(index + 2) % bands.length]}" opacity="${0.8 - index * 0.07}"/>`)}
    ${lettering('Midsummer', { x: 500, y: 246, size: 86, fill: colour.paper, weight: 0.1, spacing: 0.24, anchor: 'middle' })}
    ${lettering('night', { x: 500, y: 362, size: 66, fill: colour.sun, weight: 0.12, spacing: 0.6, anchor: 'middle' })}
    ${sign(colour.sand)}${small('Music + fire + bread', colour.sand)}`)
}

/** Slices. */
export function citrus(): string {
  const slice = (x: number, y: number, radius: number, skin: string, flesh: string, turn: number) =>
    `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${radius / 100})"><circle r="100" fill="${skin}"/><circle r="90" fill="${colour.paper}"/>
      ${times(9, (index) => `<path d="M0-10L-24-70Q0-92 24-70z" fill="${flesh}" stroke="${flesh}" stroke-width="7" stroke-linejoin="round" transform="rotate(${index * 40})"/>`)}<circle r="6" fill="${colour.paper}"/></g>`
  return poster(`${ground('#f6dfb0')}
    ${slice(250, 330, 330, '#dd7a34', '#eb9a4b', 8)}${slice(800, 600, 270, colour.sun, '#f3cc67', 20)}
    ${slice(330, 930, 290, '#b9463c', '#d96a58', 0)}${slice(830, 1130, 210, '#88a350', '#a9c06c', 14)}
    <g fill="${colour.pine}"><path d="M520 170c60-70 150-90 220-60-40 80-130 110-220 60z"/><path d="M560 790c-20-70 10-140 70-170 40 70 10 140-70 170z"/></g>
    <rect x="0" y="1216" width="1000" height="198" fill="${colour.clay}"/>
    ${lettering('Citrus', { x: 500, y: 1354, size: 82, fill: colour.paper, weight: 0.16, spacing: 0.44, anchor: 'middle' })}`)
}
