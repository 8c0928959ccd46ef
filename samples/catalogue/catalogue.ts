import { guidelines, icons, logos, patternAlbum } from './brand.ts'
import { summer, summerSocial, winter } from './campaigns.ts'
import type { Entry } from './entry.ts'
import { press } from './press.ts'
import { productShots } from './products.ts'

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
