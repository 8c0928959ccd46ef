import * as ceramicShots from '../art/ceramics.ts'
import * as lightingShots from '../art/lighting.ts'
import * as textileShots from '../art/textiles.ts'
import type { PictureOptions } from '../formats/picture.ts'
import * as texts from '../texts.ts'
import { drawn, type Entry, inAlbum, people, text, type Words } from './entry.ts'

export function productShots(): Entry[] {
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
    ceramics('mug-clay.jpg', words('Mug Clay, with coffee', 'mug', 'print', 'web'), ceramicShots.mug, shot(4)),
    ceramics('vase-pine.jpg', words('Vase Pine, with branches', 'vase', 'web'), ceramicShots.vase, shot(18)),
    ceramics('bowl-set.jpg', words('Three bowls, nested, and plums', 'bowl', 'print'), ceramicShots.bowls, shot(31)),
    ceramics('jug-tide.jpg', words('Jug Tide and a cup', 'jug', 'web'), ceramicShots.jug, shot(45)),
    lighting(
      'pendant-sun.jpg',
      words('Pendant Sun over a plate of plums', 'lamp', 'print'),
      lightingShots.pendant,
      shot(52),
    ),
    lighting('table-lamp-moon.jpg', words('Table lamp Moon, on', 'lamp', 'web'), lightingShots.tableLamp, shot(57)),
    textiles('cushion-dot.jpg', words('Cushion Dot', 'cushion', 'web'), textileShots.cushion, shot(22)),
    textiles('throws-stripe.jpg', words('Five throws, folded', 'throw', 'print'), textileShots.throws, shot(26)),
    lists(
      'price-list-2026.csv',
      { title: 'Prices and stock', tags: ['prices'], keywords: [], by: people.mara },
      text(texts.priceList),
    ),
  ]
}
