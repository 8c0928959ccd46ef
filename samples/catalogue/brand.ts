import sharp from 'sharp'
import * as brand from '../art/brand.ts'
import { vase } from '../art/ceramics.ts'
import * as patterns from '../art/patterns.ts'
import { odpFile } from '../formats/odp-file.ts'
import { colour } from '../palette.ts'
import * as texts from '../texts.ts'
import { drawn, type Entry, inAlbum, people, text, vector, type Words } from './entry.ts'

export function logos(): Entry[] {
  const file = inAlbum(['Brand'], 'Logos')
  const draw = drawn(file)
  const words = (title: string, ...keywords: string[]): Words => ({
    title,
    tags: ['logo', 'identity'],
    keywords: ['logo', ...keywords],
    by: people.studio,
  })
  const inColour = () => brand.lockup(colour.ink, colour.sun, colour.clay, colour.ink)
  const onPine = () => brand.lockup(colour.sand, colour.sun, colour.sand, colour.rose, colour.pine)
  return [
    file('varde-mark.svg', words('The cairn, our mark, as a drawing', 'print'), vector(brand.markOnly)),
    file('varde-wordmark.svg', words('The name in our own letters'), vector(brand.wordmark)),
    draw('varde-lockup.png', words('Mark and name on transparent ground', 'web'), inColour, {
      format: 'png',
      width: 1400,
    }),
    draw('varde-lockup-print.tiff', words('Mark and name for print, 300 dpi', 'print', 'do not crop'), onPine, {
      format: 'tiff',
      width: 2100,
      dpi: 300,
    }),
    draw('varde-app-tile.png', words('Tile for apps and browsers', 'web', 'icon'), () => brand.appTile, {
      format: 'png',
      width: 512,
    }),
    draw('varde-badge.webp', words('Round badge for parcels and stickers', 'social'), () => brand.badge, {
      format: 'webp',
      width: 900,
    }),
  ]
}

export function icons(): Entry[] {
  const file = inAlbum(['Brand'], 'Icons')
  return Object.entries(brand.icons).map(([name, svg]) =>
    file(
      `icon-${name}.svg`,
      { title: `Line icon: ${name}`, tags: ['icon', name], keywords: ['icon', 'web'], by: people.jonas },
      vector(svg),
    ),
  )
}

export function patternAlbum(): Entry[] {
  const file = inAlbum(['Brand'], 'Patterns')
  const draw = drawn(file)
  const words = (title: string, tag: string, ...keywords: string[]): Words => ({
    title,
    tags: ['background', tag],
    keywords: ['pattern', ...keywords],
    by: people.jonas,
  })
  return [
    draw(
      'pattern-kitchen-tiles.png',
      words('Quarter circles, as on old kitchen floors', 'tiles', 'print'),
      () => patterns.tiles(15, 10, 21),
      { format: 'png', width: 1800, dpi: 300 },
    ),
    file('pattern-small-tiles.svg', words('Six by four tiles that repeat', 'tiles'), vector(patterns.tiles(6, 4, 8))),
    draw('pattern-waves.jpg', words('Overlapping scales in sea and paper', 'waves', 'web'), patterns.waves, {
      format: 'jpeg',
      width: 1800,
    }),
    draw('pattern-weave.png', words('Plain weave, close up', 'textile', 'print'), patterns.weave, {
      format: 'png',
      width: 1800,
      dpi: 300,
    }),
    draw('pattern-terrazzo.jpg', words('Chips of stone in a pale floor', 'stone', 'web'), patterns.terrazzo, {
      format: 'jpeg',
      width: 1800,
    }),
    draw('pattern-arches.webp', words('Rainbows, turned every way', 'arches', 'social'), patterns.arches, {
      format: 'webp',
      width: 1800,
    }),
    draw('pattern-stones.jpg', words('The stones of the mark on pine', 'stone'), patterns.stones, {
      format: 'jpeg',
      width: 1800,
    }),
  ]
}

export function guidelines(): Entry[] {
  const file = inAlbum(['Brand'], 'Guidelines')
  const words = (title: string, by: string): Words => ({ title, tags: ['guidelines'], keywords: [], by })
  return [
    file('voice-and-tone.md', words('How we write', people.mara), text(texts.voiceAndTone)),
    file('brand-colours.csv', words('Colour values for screen and print', people.jonas), text(texts.colours)),
    file('brand-introduction.odp', words('The brand in four slides', people.mara), brandSlides),
  ]
}

async function brandSlides(): Promise<Buffer> {
  const square = async (svg: string) =>
    await sharp(Buffer.from(svg))
      .resize(900, 900, { fit: 'cover' })
      .flatten({ background: colour.paper })
      .jpeg()
      .toBuffer()
  return odpFile(
    [
      {
        title: 'Varde',
        lines: ['Things for long evenings', 'The brand in four slides'],
        background: colour.pine,
        ink: colour.sand,
        picture: await square(brand.badge),
      },
      {
        title: 'A mark of three stones',
        lines: ['Someone stacked them,', 'so that others find the way.', 'Keep a stone of air around it.'],
        background: colour.paper,
        ink: colour.ink,
        picture: await square(brand.appTile),
      },
      {
        title: 'Seven colours',
        lines: ['Ink, pine, clay, sun,', 'sand, sky and rose.', 'Two at a time are enough.'],
        background: colour.sand,
        ink: colour.ink,
        picture: await square(patterns.tiles(9, 9, 21)),
      },
      {
        title: 'Daylight from the left',
        lines: ['One thing at a time,', 'on wood, stone or linen.'],
        background: colour.ink,
        ink: colour.sand,
        picture: await square(vase()),
      },
    ],
    { title: 'The brand in four slides', author: people.mara },
  )
}
