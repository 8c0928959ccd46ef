import { colour } from '../palette.ts'
import { round, scene, shadow } from './studio.ts'
import { radialGradient, times, verticalGradient } from './svg.ts'

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
