import { lettering } from '../lettering.ts'
import { colour } from '../palette.ts'
import { seededRandom } from '../seeded-random.ts'
import { ground, poster, sign, small } from './poster.ts'
import { blur, horizontalGradient, radialGradient, times, verticalGradient } from './svg.ts'

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
