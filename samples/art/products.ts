import { colour } from '../palette.ts'
import { seededRandom } from '../seeded-random.ts'
import { blur, horizontalGradient, radialGradient, svg, times, verticalGradient } from './svg.ts'

const width = 1600
const height = 1200

type Scene = { wall: [string, string]; table: [string, string]; horizon?: number; defs?: string; content: string }

/** A corner of a studio: wall, table, light from the upper left. Objects stand around (800, 900). */
function scene({ wall, table, horizon = 800, defs = '', content }: Scene): string {
  return svg(
    width,
    height,
    `<defs>${verticalGradient('wall', ...wall)}${verticalGradient('table', ...table)}
    ${radialGradient('light', '#ffffff/.55', '#ffffff/.14', '#ffffff/0')}${radialGradient('dim', '#000000/0', '#000000/0', '#000000/.34')}
    ${blur('soft', 22)}${blur('softer', 60)}${blur('fine', 5)}${defs}</defs>
    <rect width="${width}" height="${height}" fill="url(#wall)"/><ellipse cx="420" cy="260" rx="900" ry="620" fill="url(#light)"/>
    <rect y="${horizon}" width="${width}" height="${height - horizon}" fill="url(#table)"/>
    <rect y="${horizon - 3}" width="${width}" height="8" fill="#000" opacity=".08" filter="url(#fine)"/>
    ${content}<ellipse cx="800" cy="600" rx="1250" ry="950" fill="url(#dim)"/>`,
  )
}

const shadow = (x: number, y: number, reach: number, depth = 34): string =>
  `<ellipse cx="${x + reach * 0.34}" cy="${y}" rx="${reach * 1.35}" ry="${depth * 1.3}" fill="#000" opacity=".26" filter="url(#soft)"/>` +
  `<ellipse cx="${x + 10}" cy="${y}" rx="${reach}" ry="${depth * 0.6}" fill="#000" opacity=".38" filter="url(#fine)"/>`

/** Round things: dark edge, light, body, dark edge. */
const round = (id: string, dark: string, body: string, light: string): string =>
  horizontalGradient(id, dark, body, light, body, body, dark)

export function mug(): string {
  return scene({
    wall: ['#e9ddcb', '#d9c6ab'],
    table: ['#b98a62', '#8a5f40'],
    defs:
      round('clay', '#8c3f24', colour.clay, '#eb9a74') +
      round('glaze', '#b9ad98', '#f4ead8', '#ffffff') +
      verticalGradient('coffee', '#5a3523', '#2f1a11'),
    content: `${shadow(800, 972, 220)}
    <path d="M985 620C1160 600 1170 860 960 850" fill="none" stroke="#8c3f24" stroke-width="54" stroke-linecap="round"/><path d="M985 612C1140 596 1150 840 962 836" fill="none" stroke="${colour.clay}" stroke-width="38" stroke-linecap="round"/>
    <path d="M590 520V860Q590 980 800 980T1010 860V520z" fill="url(#clay)"/>
    <path d="M590 520V690q36 34 70 8t64 26 74 6 66 24 62-22 84-26V520z" fill="url(#glaze)"/>
    <ellipse cx="800" cy="520" rx="210" ry="58" fill="#e2d5be"/><ellipse cx="800" cy="524" rx="190" ry="48" fill="url(#coffee)"/><path d="M640 520a160 38 0 0 1 230-30" stroke="#9b6b4c" stroke-width="6" fill="none" opacity=".7" stroke-linecap="round"/>
    <g stroke="#fff" stroke-width="26" fill="none" opacity=".34" filter="url(#soft)" stroke-linecap="round"><path d="M740 450c-60-90 50-120 0-220"/><path d="M850 440c-50-80 60-130 10-240"/></g>`,
  })
}

export function vase(): string {
  const leaf = (x: number, y: number, turn: number, size: number, fill: string) =>
    `<path d="M0 0C30-30 34-80 0-130C-34-80-30-30 0 0z" fill="${fill}" transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"/>`
  const branch = (path: string) =>
    `<path d="${path}" stroke="#5b4a3a" stroke-width="9" fill="none" stroke-linecap="round"/>`
  return scene({
    wall: ['#c9d6d2', '#aebfb8'],
    table: ['#ece3d3', '#c9b99f'],
    defs: round('pine', '#16332b', colour.pine, '#7fb09d'),
    content: `${shadow(800, 1010, 190)}
    ${branch('M800 520C780 380 700 260 600 190')}${branch('M806 520C830 360 920 240 1010 150')}${branch('M800 520C800 400 806 260 800 130')}
    ${leaf(600, 190, -50, 1.05, '#86a277')}${leaf(665, 240, -95, 0.9, '#6f8f66')}${leaf(700, 290, -10, 0.8, '#9bb48b')}${leaf(745, 350, -80, 0.9, '#7d9a6f')}
    ${leaf(1010, 150, 40, 1.05, '#86a277')}${leaf(945, 225, 85, 0.9, '#6f8f66')}${leaf(915, 265, 0, 0.8, '#9bb48b')}${leaf(862, 350, 74, 0.9, '#7d9a6f')}
    ${leaf(800, 130, 4, 1, '#94ad84')}${leaf(802, 240, 52, 0.85, '#7d9a6f')}${leaf(800, 300, -48, 0.85, '#6f8f66')}
    <path d="M742 500Q752 570 690 650Q610 750 640 880Q664 1010 800 1014T960 880Q990 750 910 650Q848 570 858 500z" fill="url(#pine)"/>
    <ellipse cx="800" cy="500" rx="58" ry="16" fill="#0f2620"/><path d="M690 690Q640 780 668 880" stroke="#d7efe4" stroke-width="16" fill="none" opacity=".45" stroke-linecap="round" filter="url(#fine)"/>
    <path d="M640 800Q800 850 962 800" stroke="${colour.sand}" stroke-width="8" fill="none" opacity=".7"/><path d="M642 826Q800 876 960 826" stroke="${colour.sand}" stroke-width="4" fill="none" opacity=".7"/>`,
  })
}

export function bowls(): string {
  const front = (x: number, y: number, reach: number, glaze: string) =>
    `<path d="M${x - reach} ${y}C${x - reach} ${y + reach * 0.72} ${x - reach * 0.45} ${y + reach * 0.82} ${x - reach * 0.36} ${y + reach * 0.84}H${x + reach * 0.36}C${x + reach * 0.45} ${y + reach * 0.82} ${x + reach} ${y + reach * 0.72} ${x + reach} ${y}A${reach} ${reach * 0.2} 0 0 1 ${x - reach} ${y}z" fill="url(#${glaze})"/>`
  const inside = (x: number, y: number, reach: number, fill: string) =>
    `<ellipse cx="${x}" cy="${y}" rx="${reach}" ry="${reach * 0.2}" fill="${fill}"/><ellipse cx="${x}" cy="${y + reach * 0.05}" rx="${reach * 0.93}" ry="${reach * 0.15}" fill="#000" opacity=".16"/>`
  const plums = times(
    9,
    (index) =>
      `<circle cx="${1090 + ((index * 67) % 180)}" cy="${828 + ((index * 29) % 34)}" r="26" fill="${index % 2 ? colour.plum : '#8a4f68'}"/>`,
  )
  return scene({
    wall: ['#f0d9cd', '#dfb8a8'],
    table: ['#f4ece1', '#d9c8b4'],
    defs:
      round('a', '#2f5f70', colour.sea, '#8cc0cf') +
      round('b', '#b98e33', colour.sun, '#fbe0a0') +
      round('c', '#a49781', '#efe4d2', '#ffffff'),
    content: `${shadow(720, 1010, 300, 40)}${shadow(1180, 1016, 170)}
    ${inside(720, 740, 330, '#fbf5ea')}${inside(724, 664, 280, '#f6d98e')}${inside(718, 590, 232, '#9fcbd7')}
    ${front(718, 590, 232, 'a')}${front(724, 664, 280, 'b')}${front(720, 740, 330, 'c')}
    ${inside(1180, 860, 190, '#9fcbd7')}${plums}${front(1180, 860, 190, 'a')}`,
  })
}

export function jug(): string {
  return scene({
    wall: ['#dfe3e6', '#bcc6cc'],
    table: ['#8d9aa2', '#5f6d76'],
    defs: round('white', '#a9a49b', '#f3efe8', '#ffffff') + round('cup', '#98604b', colour.rose, '#fbe0d8'),
    content: `${shadow(720, 1010, 200)}${shadow(1110, 1016, 120)}
    <path d="M880 540C1060 520 1040 820 890 850" fill="none" stroke="#cfcabf" stroke-width="46" stroke-linecap="round"/>
    <path d="M560 380L500 330Q540 320 600 322H850Q868 470 890 600Q930 840 860 960Q820 1010 720 1010T580 960Q510 840 550 600Q570 470 560 380z" fill="url(#white)"/>
    <path d="M500 330Q610 300 850 322Q740 372 600 366z" fill="#8f8a80"/>
    <path d="M532 760Q720 820 908 760V800Q720 860 530 800z" fill="${colour.sea}"/><path d="M534 830Q720 890 904 830" stroke="${colour.sea}" stroke-width="10" fill="none"/>
    <path d="M1000 800H1220L1196 980Q1190 1014 1110 1014T1024 980z" fill="url(#cup)"/><ellipse cx="1110" cy="800" rx="110" ry="26" fill="#f7dcd4"/><ellipse cx="1110" cy="804" rx="96" ry="19" fill="#fbf8f2"/>`,
  })
}

export function pendant(): string {
  return scene({
    wall: ['#2f4650', '#1f323b'],
    table: ['#6b4a34', '#3f2a1e'],
    horizon: 980,
    defs: `${round('shade', '#8a5a1c', colour.sun, '#fff0c0')}${verticalGradient('cone', '#ffe9b0/.75', '#ffd98a/.12', '#ffd98a/0')}`,
    content: `<path d="M800 0V300" stroke="#0f1a20" stroke-width="7"/><path d="M520 560L120 1200H1480L1080 560z" fill="url(#cone)" filter="url(#soft)"/>
    <ellipse cx="800" cy="1040" rx="520" ry="90" fill="#ffdf9a" opacity=".3" filter="url(#softer)"/>
    <rect x="772" y="280" width="56" height="50" rx="10" fill="#15232b"/><path d="M500 560C510 420 620 320 800 320S1090 420 1100 560z" fill="url(#shade)"/>
    <ellipse cx="800" cy="560" rx="300" ry="46" fill="#fff6dc"/><circle cx="800" cy="566" r="62" fill="#fffdf4"/><circle cx="800" cy="566" r="150" fill="#fff3cf" opacity=".6" filter="url(#softer)"/>
    ${shadow(800, 1072, 150, 24)}<ellipse cx="800" cy="1056" rx="190" ry="36" fill="#efe4d2"/><ellipse cx="800" cy="1050" rx="150" ry="25" fill="#d8c8ae"/>
    ${times(5, (index) => `<circle cx="${720 + index * 40}" cy="${1030 - (index % 2) * 16}" r="28" fill="${index % 2 ? '#b9463c' : '#d96a58'}"/>`)}`,
  })
}

export function tableLamp(): string {
  return scene({
    wall: ['#7c5062', '#54344a'],
    table: ['#caa27c', '#96704f'],
    defs: `${round('brass', '#6d4c1c', '#c79a4a', '#f6dda0')}${radialGradient('warm', '#fff4cf/1', '#ffd88a/.6', '#ffb45e/0')}`,
    content: `<circle cx="800" cy="520" r="640" fill="url(#warm)" opacity=".75"/>${shadow(800, 1010, 190)}
    <rect x="786" y="620" width="28" height="360" fill="url(#brass)"/><path d="M640 1004Q640 960 800 960T960 1004Q960 1024 800 1024T640 1004z" fill="url(#brass)"/>
    <circle cx="800" cy="470" r="220" fill="#fff7e0"/><circle cx="800" cy="470" r="220" fill="url(#warm)" opacity=".8"/><ellipse cx="735" cy="390" rx="70" ry="46" fill="#fff" opacity=".7" filter="url(#soft)" transform="rotate(-30 735 390)"/>
    <path d="M720 676Q800 700 880 676L860 700H740z" fill="#8a6424"/>
    <g transform="translate(1130 1000)"><rect x="-110" y="-40" width="230" height="36" rx="5" fill="${colour.pine}"/><rect x="-96" y="-74" width="214" height="34" rx="5" fill="${colour.sand}"/><rect x="-120" y="-104" width="210" height="30" rx="5" fill="${colour.clay}"/></g>`,
  })
}

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

/** A shelf of everything. */
export function shelf(): string {
  const pots = [colour.clay, colour.sea, colour.sand, colour.pine, colour.sun, colour.rose, colour.plum, '#8ba7a0']
  const random = seededRandom(41)
  const shapes = [
    'M-50 0H50Q66-60 40-110Q20-140 22-170H-22Q-20-140-40-110Q-66-60-50 0z',
    'M-60 0H60L70-90H-70z',
    'M-44 0H44Q70-70 44-130H-44Q-70-70-44 0z',
    'M-34 0H34V-150Q34-176 14-184V-220H-14V-184Q-34-176-34-150z',
    'M-70 0Q-92-60-78-70H78Q92-60 70 0z',
  ]
  const board = (y: number) =>
    `<rect x="120" y="${y}" width="1360" height="26" fill="#8a6244"/><rect x="120" y="${y + 26}" width="1360" height="40" fill="#000" opacity=".16" filter="url(#soft)"/>`
  const row = (y: number) =>
    times(9, (index) => {
      const body = pots[Math.floor(random() * pots.length)]
      const path = shapes[Math.floor(random() * shapes.length)]
      const size = 0.85 + random() * 0.35
      return `<g transform="translate(${210 + index * 148} ${y}) scale(${size.toFixed(2)})"><path d="${path}" fill="${body}"/><path d="${path}" fill="url(#side)"/></g>`
    })
  return svg(
    width,
    height,
    `<defs>${verticalGradient('plaster', '#f1e8da', '#dccdb6')}${horizontalGradient('side', '#ffffff/.34', '#ffffff/.06', '#000000/.05', '#000000/.38')}${blur('soft', 16)}${radialGradient('dim', '#000000/0', '#000000/0', '#000000/.3')}</defs>
    <rect width="${width}" height="${height}" fill="url(#plaster)"/>${[400, 740, 1080].map((y) => board(y) + row(y)).join('')}<ellipse cx="800" cy="600" rx="1250" ry="950" fill="url(#dim)"/>`,
  )
}
