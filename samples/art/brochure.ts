import { lettering } from '../lettering.ts'
import { colour } from '../palette.ts'
import { lockup, mark } from './brand.ts'
import { bowls } from './ceramics.ts'
import { hills } from './landscapes.ts'
import { tableLamp } from './lighting.ts'
import { tiles } from './patterns.ts'
import { svg } from './svg.ts'
import { throws } from './textiles.ts'

type Page = { svg: string; lines: string[]; grey: number }

/** Places a whole drawing in a box of the page; what sticks out is cut off. */
const placed = (drawing: string, x: number, y: number, width: number, height: number): string =>
  drawing.replace(
    /^<svg [^>]*viewBox="([^"]*)"[^>]*>/,
    `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="$1" preserveAspectRatio="xMidYMid slice">`,
  )

const page = (fill: string, content: string): string =>
  svg(1000, 1414, `<rect width="1000" height="1414" fill="${fill}"/>${content}`)

const chapter = (title: string, drawing: string, fill: string, lines: string[]): Page => ({
  svg: page(
    fill,
    `${placed(drawing, 0, 0, 1000, 860)}<rect x="70" y="930" width="90" height="10" rx="5" fill="${colour.clay}"/>${lettering(title, { x: 74, y: 1050, size: 72, fill: colour.ink, weight: 0.14, spacing: 0.28 })}`,
  ),
  lines,
  grey: 0.2,
})

/** Six pages. Below the pictures there is room for five lines. */
export const brochure = (): Page[] => [
  {
    svg: page(
      colour.sand,
      `${placed(tiles(10, 9, 5), 0, 0, 1000, 900)}${mark(74, 980, 150, colour.sun, colour.clay, colour.ink)}
      ${lettering('Varde', { x: 290, y: 1112, size: 112, fill: colour.ink, weight: 0.14 })}`,
    ),
    lines: ['', '', 'Things for long evenings', 'Catalogue 2026'],
    grey: 0.2,
  },
  chapter(
    'The hills',
    hills({
      sky: ['#bcd6de', '#f0e3cc', '#f7d2a8'],
      sun: { x: 1250, y: 470, radius: 62, fill: '#ffe3a8' },
      far: [206, 203, 190],
      near: [38, 74, 66],
      seed: 29,
    }),
    colour.paper,
    [
      'A varde is a cairn: stones that someone stacked, so that others find the way.',
      'We have made cups, lamps and blankets in the same three houses since 1987.',
      'Nothing here is new every year. Most of it is meant to be repaired.',
    ],
  ),
  chapter('Ceramics', bowls(), colour.paper, [
    'Stoneware from our own clay, fired twice, glazed by hand.',
    'Bowls nest; mugs stack; the jug pours without a drop beside it.',
    'Oven, dishwasher and grandchildren are no danger.',
  ]),
  chapter('Lighting', tableLamp(), colour.paper, [
    'Brass, opal glass and a warm bulb that anyone can change.',
    'The table lamp dims by touch; the pendant comes with three metres of cord.',
  ]),
  chapter('Textiles', throws(), colour.paper, [
    'Wool from the islands, woven in widths that looms here have had for a century.',
    'Five colours that go together, and with what you have.',
  ]),
  {
    svg: page(
      colour.pine,
      `${placed(lockup(colour.sand, colour.sun, colour.sand, colour.rose), 150, 430, 700, 250)}
      ${lettering('Made slowly', { x: 500, y: 860, size: 44, fill: colour.sun, weight: 0.13, spacing: 0.5, anchor: 'middle' })}`,
    ),
    lines: ['', '', 'Varde is made up, and so is everything in this sample library.', 'Use it as you like.'],
    grey: 0.85,
  },
]
