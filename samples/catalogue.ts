import sharp from 'sharp'
import * as brand from './art/brand.ts'
import { brochure } from './art/brochure.ts'
import { dusk, morning } from './art/landscapes.ts'
import * as patterns from './art/patterns.ts'
import * as posters from './art/posters.ts'
import * as products from './art/products.ts'
import * as social from './art/social.ts'
import { filmFile, mp3File } from './formats/film-file.ts'
import { odpFile } from './formats/odp-file.ts'
import { pdfFile } from './formats/pdf-file.ts'
import { type PictureOptions, picture } from './formats/picture.ts'
import { chime, wavFile } from './formats/wav-file.ts'
import { zipFile } from './formats/zip-file.ts'
import { colour } from './palette.ts'
import type { SampleFile } from './sample-file.ts'
import * as texts from './texts.ts'

/** A file that can be made. `folder` is where it will lie. */
export type Entry = Omit<SampleFile, 'path'> & {
  needsFfmpeg?: true
  make: (folder: string) => Promise<Buffer> | Buffer
}

const people = { ida: 'Ida Lund', jonas: 'Jonas Meyer', mara: 'Mara Okafor', studio: 'Varde Studio' }

type Words = { title: string; tags: string[]; keywords: string[]; by: string }

const inAlbum =
  (folderPath: string[], album: string) =>
  (name: string, words: Words, make: Entry['make']): Entry => ({
    name,
    folderPath,
    album,
    description: words.title,
    author: words.by,
    tags: words.tags,
    keywords: words.keywords,
    make,
  })

const vector = (svg: string) => () => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`)
const text = (content: string) => () => Buffer.from(content)
const sound = { title: 'Evening bells', author: people.studio }

/** Draws and signs a picture with the words of its entry. */
function drawn(file: ReturnType<typeof inAlbum>) {
  return (name: string, words: Words, draw: () => string, options: PictureOptions): Entry =>
    file(name, words, () =>
      picture(draw(), { title: words.title, description: words.title, author: words.by }, options),
    )
}

function logos(): Entry[] {
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

function icons(): Entry[] {
  const file = inAlbum(['Brand'], 'Icons')
  return Object.entries(brand.icons).map(([name, svg]) =>
    file(
      `icon-${name}.svg`,
      { title: `Line icon: ${name}`, tags: ['icon', name], keywords: ['icon', 'web'], by: people.jonas },
      vector(svg),
    ),
  )
}

function patternAlbum(): Entry[] {
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

function guidelines(): Entry[] {
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
        picture: await square(products.vase()),
      },
    ],
    { title: 'The brand in four slides', author: people.mara },
  )
}

function summer(): Entry[] {
  const draw = drawn(inAlbum(['Campaigns', 'Summer'], 'Posters'))
  const words = (title: string, tag: string, ...keywords: string[]): Words => ({
    title,
    tags: ['poster', 'summer', tag],
    keywords: ['seasonal', 'do not crop', ...keywords],
    by: people.ida,
  })
  const a3 = { format: 'jpeg', width: 1754, dpi: 150 } as const
  return [
    draw('poster-long-light.jpg', words('Poster: the sun that does not set', 'sun', 'print'), posters.longLight, a3),
    draw(
      'poster-harbour-days.jpg',
      words('Poster: three sails for the open air market', 'boats', 'print'),
      posters.harbour,
      a3,
    ),
    draw('poster-market.png', words('Poster: fruit, every Saturday', 'fruit', 'print'), posters.market, {
      ...a3,
      format: 'png',
    }),
    draw(
      'poster-midsummer-night.tiff',
      words('Poster: arcs of the shortest night', 'night', 'print'),
      posters.midsummer,
      { ...a3, format: 'tiff' },
    ),
    draw('poster-citrus.jpg', words('Poster: four slices', 'fruit', 'print'), posters.citrus, a3),
  ]
}

function summerSocial(): Entry[] {
  const file = inAlbum(['Campaigns', 'Summer'], 'Social')
  const draw = drawn(file)
  const words = (title: string, ...tags: string[]): Words => ({
    title,
    tags: ['summer', ...tags],
    keywords: ['social', 'seasonal'],
    by: people.mara,
  })
  const bells = () => wavFile(chime(6), sound)
  return [
    draw('post-out-now.jpg', words('Square post: out now', 'post'), social.squarePost, { format: 'jpeg', width: 1080 }),
    draw('story-less-but-lovelier.jpg', words('Story: less, but lovelier', 'story'), social.story, {
      format: 'jpeg',
      width: 1080,
    }),
    draw('banner-summer-is-here.webp', words('Banner for the shop', 'banner'), social.banner, {
      format: 'webp',
      width: 1600,
    }),
    file('evening-bells.wav', words('Bells over a low chord, six seconds', 'sound'), bells),
    {
      ...file(
        'evening-bells.mp3',
        words('The bells, small enough to send', 'sound'),
        async (folder) => await mp3File(folder, bells(), sound),
      ),
      needsFfmpeg: true,
    },
    {
      ...file(
        'summer-loop.mp4',
        words('A boat, a day and a night, in a loop', 'film'),
        async (folder) => await filmFile(folder, wavFile(chime(4), sound), 'Summer loop'),
      ),
      needsFfmpeg: true,
    },
    file('launch-plan.txt', words('Summer launch, week by week', 'plan'), text(texts.launchPlan)),
  ]
}

function winter(): Entry[] {
  const draw = drawn(inAlbum(['Campaigns', 'Winter'], 'Posters'))
  const words = (title: string, tag: string, ...keywords: string[]): Words => ({
    title,
    tags: ['poster', 'winter', tag],
    keywords: ['seasonal', 'do not crop', ...keywords],
    by: people.ida,
  })
  const a3 = { format: 'jpeg', width: 1754, dpi: 150 } as const
  return [
    draw('poster-first-snow.jpg', words('Poster: firs, near and far', 'snow', 'print'), posters.firstSnow, a3),
    draw(
      'poster-northern-lights.jpg',
      words('Poster: ribbons over the lake', 'night', 'print'),
      posters.northernLights,
      a3,
    ),
    draw('poster-slow-evenings.jpg', words('Poster: one flame in the dark', 'candle'), posters.candle, a3),
  ]
}

function productShots(): Entry[] {
  const words = (title: string, tag: string, ...keywords: string[]): Words => ({
    title,
    tags: ['studio', tag],
    keywords: ['product shot', ...keywords],
    by: people.jonas,
  })
  const shot = (minute: number): PictureOptions => ({
    format: 'jpeg',
    width: 2000,
    dpi: 300,
    grain: true,
    takenAt: `2026:03:17 10:${String(minute).padStart(2, '0')}:00`,
  })
  const ceramics = drawn(inAlbum(['Products'], 'Ceramics'))
  const lighting = drawn(inAlbum(['Products'], 'Lighting'))
  const textiles = drawn(inAlbum(['Products'], 'Textiles'))
  const lists = inAlbum(['Products'], 'Price lists')
  return [
    ceramics('mug-clay.jpg', words('Mug Clay, with coffee', 'mug', 'print', 'web'), products.mug, shot(4)),
    ceramics('vase-pine.jpg', words('Vase Pine, with branches', 'vase', 'web'), products.vase, shot(18)),
    ceramics('bowl-set.jpg', words('Three bowls, nested, and plums', 'bowl', 'print'), products.bowls, shot(31)),
    ceramics('jug-tide.jpg', words('Jug Tide and a cup', 'jug', 'web'), products.jug, shot(45)),
    lighting(
      'pendant-sun.jpg',
      words('Pendant Sun over a plate of plums', 'lamp', 'print'),
      products.pendant,
      shot(52),
    ),
    lighting('table-lamp-moon.jpg', words('Table lamp Moon, on', 'lamp', 'web'), products.tableLamp, shot(57)),
    textiles('cushion-dot.jpg', words('Cushion Dot', 'cushion', 'web'), products.cushion, shot(22)),
    textiles('throws-stripe.jpg', words('Five throws, folded', 'throw', 'print'), products.throws, shot(26)),
    lists(
      'price-list-2026.csv',
      { title: 'Prices and stock', tags: ['prices'], keywords: [], by: people.mara },
      text(texts.priceList),
    ),
  ]
}

function press(): Entry[] {
  const file = inAlbum(['Press'], 'Press kit')
  const draw = drawn(file)
  const words = (title: string, by: string, ...keywords: string[]): Words => ({
    title,
    tags: ['press'],
    keywords: ['press approved', ...keywords],
    by,
  })
  const photo = (takenAt: string): PictureOptions => ({ format: 'jpeg', width: 2200, dpi: 300, grain: true, takenAt })
  return [
    draw(
      'hills-morning.jpg',
      words('The hills above the workshop, in the morning', people.ida, 'print'),
      morning,
      photo('2026:04:02 06:41:00'),
    ),
    draw('hills-dusk.jpg', words('The same hills, at dusk', people.ida), dusk, photo('2026:04:02 20:12:00')),
    draw(
      'workshop-shelf.jpg',
      words('A shelf in the ceramics workshop', people.jonas, 'web'),
      products.shelf,
      photo('2026:04:03 11:05:00'),
    ),
    file('varde-brochure.pdf', words('Catalogue 2026, six pages', people.studio, 'print'), brochurePdf),
    file('press-release.txt', words('The long evening is back', people.mara), text(texts.pressRelease)),
    file('fact-sheet.md', words('Varde in numbers', people.mara), text(texts.factSheet)),
    file('press-kit.zip', words('Texts and marks in one archive', people.mara), () =>
      zipFile([
        { name: 'press-release.txt', content: texts.pressRelease },
        { name: 'fact-sheet.md', content: texts.factSheet },
        { name: 'varde-mark.svg', content: brand.markOnly },
        { name: 'varde-wordmark.svg', content: brand.wordmark },
      ]),
    ),
  ]
}

async function brochurePdf(): Promise<Buffer> {
  const pages = []
  for (const { svg, lines, grey } of brochure()) {
    const jpeg = await sharp(Buffer.from(svg), { density: 90 }).resize({ width: 1240 }).jpeg({ quality: 84 }).toBuffer()
    pages.push({
      jpeg,
      pixelWidth: 1240,
      pixelHeight: 1753,
      lines: lines.map((line, index) => ({ x: 44, y: 178 - index * 25, size: 14, text: line, grey })),
    })
  }
  return pdfFile(pages, {
    title: 'Varde, catalogue 2026',
    author: people.studio,
    keywords: 'catalogue, ceramics, lighting, textiles',
  })
}

/** Everything there is to make, in the order of the tree. */
export const catalogue = (): Entry[] => [
  ...logos(),
  ...icons(),
  ...patternAlbum(),
  ...guidelines(),
  ...summer(),
  ...summerSocial(),
  ...winter(),
  ...productShots(),
  ...press(),
]
