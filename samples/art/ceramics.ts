import { colour } from '../palette.ts'
import { seededRandom } from '../seeded-random.ts'
import { height, round, scene, shadow, width } from './studio.ts'
import { blur, horizontalGradient, radialGradient, svg, times, verticalGradient } from './svg.ts'

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
