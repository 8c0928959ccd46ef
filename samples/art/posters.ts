import { lettering } from '../lettering.ts'
import { colour } from '../palette.ts'
import { seededRandom } from '../seeded-random.ts'
import { mark } from './brand.ts'
import { blur, horizontalGradient, radialGradient, svg, times, verticalGradient } from './svg.ts'

const width = 1000
const height = 1414
const ground = (fill: string): string => `<rect width="${width}" height="${height}" fill="${fill}"/>`
const sign = (fill: string): string => mark(74, 1278, 70, fill, fill, fill)
const small = (text: string, fill: string, y = 1336): string =>
  lettering(text, { x: 926, y, size: 22, fill, weight: 0.13, spacing: 0.42, anchor: 'end' })
const poster = (content: string): string => svg(width, height, content)

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

/** Firs, near and far. */
export function firstSnow(): string {
  const random = seededRandom(77)
  const fir = (x: number, y: number, size: number, fill: string) =>
    `<g transform="translate(${x.toFixed(0)} ${y.toFixed(0)}) scale(${size.toFixed(2)})" fill="${fill}"><path d="M0-220L54-110H28L78-40H-78L-28-110H-54z"/><rect x="-9" y="-42" width="18" height="46"/></g>`
  const row = (count: number, y: number, size: number, fill: string) =>
    times(count, (index) =>
      fir(((index + 0.5) / count) * 1060 - 30 + random() * 40, y + random() * 30, size * (0.8 + random() * 0.4), fill),
    )
  const flakes = times(170, () => {
    const size = 2 + random() ** 2 * 8
    return `<circle cx="${(random() * 1000).toFixed(0)}" cy="${(250 + random() * 1050).toFixed(0)}" r="${size.toFixed(1)}" fill="#fff" opacity="${(0.5 + random() * 0.5).toFixed(2)}"/>`
  })
  return poster(`<defs>${verticalGradient('cold', '#6f9bb0', '#cfe0e3', '#f4ece2')}</defs>${ground('url(#cold)')}
    <circle cx="720" cy="430" r="110" fill="#fdf6e6" opacity=".9"/>
    <path d="M0 820L260 560L430 730L640 520L1000 800V1000H0z" fill="#a8c2cb"/><path d="M640 520l-70 66 50 20 34-22 50 34 40-18zM260 560l-60 60 48 14 30-18 40 26z" fill="#f6f4f0"/>
    ${row(15, 900, 0.55, '#7ea0a5')}<rect y="880" width="1000" height="534" fill="#b9cdd1"/>${row(10, 1010, 0.9, '#4d7d7c')}
    <path d="M0 1000Q260 940 520 1000T1000 990V1414H0z" fill="#dde7e8"/>${row(6, 1170, 1.5, colour.pine)}
    <path d="M0 1160Q300 1090 560 1160T1000 1140V1414H0z" fill="#f8f7f4"/>${flakes}
    ${lettering('First snow', { x: 500, y: 200, size: 84, fill: '#ffffff', weight: 0.12, spacing: 0.3, anchor: 'middle' })}
    ${sign(colour.pine)}${small('Winter collection', colour.pine)}`)
}

/** Ribbons of light over a lake. */
export function northernLights(): string {
  const ribbon = (path: string, tint: string, breadth: number, opacity: number) =>
    `<path d="${path}" fill="none" stroke="${tint}" stroke-width="${breadth}" opacity="${opacity}" stroke-linecap="round"/>`
  const random = seededRandom(5)
  const stars = times(
    160,
    () =>
      `<circle cx="${(random() * 1000).toFixed(0)}" cy="${(random() * 860).toFixed(0)}" r="${(0.8 + random() * 1.9).toFixed(1)}" fill="#fff" opacity="${(0.3 + random() * 0.6).toFixed(2)}"/>`,
  )
  const lights =
    ribbon('M-60 640C200 420 300 760 520 520S860 300 1080 420', '#3fd6a0', 120, 0.55) +
    ribbon('M-60 560C180 330 330 650 560 420S880 210 1080 300', '#6ff0c0', 56, 0.75) +
    ribbon('M-60 470C240 300 380 520 600 330S900 130 1080 190', '#8f7be0', 100, 0.5) +
    ribbon('M-60 610C200 390 320 720 540 480S880 260 1080 370', '#d8fff0', 14, 0.8)
  return poster(`<defs>${radialGradient('gleam', '#58e0b0/.42', '#3fbf9f/.16', '#3fbf9f/0')}${verticalGradient('deep', '#0b1626', '#143049', '#1f4a5c')}<filter id="soft" filterUnits="userSpaceOnUse" x="-90" y="0" width="1180" height="900"><feGaussianBlur stdDeviation="22"/></filter></defs>${ground('url(#deep)')}${stars}<g filter="url(#soft)">${lights}</g>
    <path d="M0 960L160 800L300 900L470 730L640 890L790 780L1000 940V1000H0z" fill="#0d1a28"/>
    <path d="M470 730l-50 48 36 12 22-14 34 24 26-12z" fill="#cfe8e6" opacity=".75"/>
    <rect y="985" width="1000" height="429" fill="#0f2636"/>
    <ellipse cx="420" cy="1120" rx="560" ry="200" fill="url(#gleam)"/><ellipse cx="800" cy="1240" rx="420" ry="150" fill="url(#gleam)" opacity=".6"/>
    ${times(18, (index) => `<rect x="${(index * 211) % 760}" y="${1010 + index * 21}" width="${120 + ((index * 83) % 260)}" height="2.5" fill="#bfeee0" opacity=".16"/>`)}
    ${lettering('North', { x: 500, y: 196, size: 104, fill: '#eafaf4', weight: 0.08, spacing: 0.5, anchor: 'middle' })}
    ${sign('#eafaf4')}${small('Candles + lamps', '#eafaf4')}`)
}

/** One flame in the dark. */
export function candle(): string {
  return poster(`<defs>${radialGradient('glow', '#ffdf9a/1', '#f0a648/.75', '#a8482a/.35', '#3a1d20/0')}${horizontalGradient('wax', '#d9c3a0', '#fbf1dc', '#e6d3b2', '#b99c74')}${verticalGradient('dark', '#2b1a20', '#150d12')}${blur('halo', 10)}</defs>
    ${ground('url(#dark)')}<circle cx="500" cy="560" r="620" fill="url(#glow)"/>
    <path d="M500 380C560 470 582 520 566 580C556 622 530 640 500 640S444 622 434 580C418 520 440 470 500 380z" fill="#f8b548" filter="url(#halo)"/>
    <path d="M500 400C548 480 566 524 554 578C546 614 526 630 500 630S454 614 446 578C434 524 452 480 500 400z" fill="#fbd678"/>
    <path d="M500 490C524 532 532 556 526 586C522 608 512 616 500 616S478 608 474 586C468 556 476 532 500 490z" fill="#fff7e0"/>
    <path d="M500 600V672" stroke="#2b1a20" stroke-width="8" stroke-linecap="round"/>
    <path d="M380 690Q380 664 500 664T620 690V1130H380z" fill="url(#wax)"/><ellipse cx="500" cy="690" rx="120" ry="28" fill="#fff3d6"/>
    <path d="M420 700c8 60-6 110 8 160s22 10 18-40 4-70 14-112z" fill="#fff8e6" opacity=".8"/>
    <rect y="1128" width="1000" height="286" fill="#1a1014"/><ellipse cx="500" cy="1136" rx="250" ry="30" fill="${colour.clay}" opacity=".55"/><ellipse cx="500" cy="1128" rx="200" ry="24" fill="#7d3b2a"/>
    ${lettering('Slow', { x: 86, y: 200, size: 96, fill: '#f7e3c0', weight: 0.1 })}${lettering('evenings', { x: 86, y: 318, size: 62, fill: '#f7e3c0', weight: 0.1 })}
    ${sign('#f7e3c0')}${small('Candle workshop', '#f7e3c0')}`)
}
