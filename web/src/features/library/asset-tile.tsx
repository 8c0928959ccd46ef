import type { BriefContent } from '@descant/contract'
import { Thumbnail } from '@descant/ui'
import { memo } from 'react'
import type { AssetFilter } from '../../lib/api/asset-list.ts'
import { schemeWords } from '../../lib/scheme-words.ts'
import { AssetCheck } from './asset-check.tsx'
import { AssetLink } from './asset-link.tsx'
import { FilmScrub } from './film-scrub.tsx'
import { thumbnailOf } from './thumbnail-of.ts'
import type { TilePlace } from './tile-place.ts'

export type AssetTileProps = {
  asset: BriefContent
  index: number
  /** The list it stands in. */
  filter: AssetFilter
  /** The one tile that the Tab key stops at. */
  isStop: boolean
  onOpen: (tile: TilePlace) => void
  /** Whether it is selected; `null` where nothing can be. */
  selected: boolean | null
  /** `ranging`: with everything from the last one on. */
  onSelect: (asset: BriefContent, index: number, ranging: boolean) => void
}

export const AssetTile = memo(function AssetTile(props: AssetTileProps) {
  const { asset, selected } = props
  return (
    <>
      <AssetLink {...props} className="asset-tile">
        <span className="asset-tile-picture">
          <Thumbnail {...thumbnailOf(asset, '(max-width: 520px) 45vw, 230px')} alt="" scheme={asset.scheme} />
          {asset.scheme === 'video' && <FilmScrub asset={asset} />}
        </span>
        <span className="asset-tile-name">{asset.name}</span>
        <span className="asset-tile-kind">
          {schemeWords[asset.scheme].one}
          {asset.width !== undefined && asset.height !== undefined && ` · ${asset.width} × ${asset.height}`}
        </span>
      </AssetLink>
      {selected !== null && <AssetCheck {...props} selected={selected} />}
    </>
  )
})
