import type { BriefContent } from '@descant/contract'
import { Thumbnail } from '@descant/ui'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { previewUrl } from '../../lib/preview-url.ts'
import { schemeWords } from '../../lib/scheme-words.ts'
import type { OpenedTile } from './opened-asset.ts'

export type AssetTileProps = {
  asset: BriefContent
  index: number
  /** The one tile that the Tab key stops at. */
  isStop: boolean
  onOpen: (tile: OpenedTile) => void
}

export const AssetTile = memo(function AssetTile({ asset, index, isStop, onOpen }: AssetTileProps) {
  return (
    <Link
      className="asset-tile"
      to="/smartalbum/$scheme"
      params={{ scheme: asset.scheme }}
      search={{ column: asset.scheme, id: asset.id }}
      state={{ fromList: true }}
      data-index={index}
      data-asset={asset.id}
      tabIndex={isStop ? 0 : -1}
      preloadDelay={250}
      onClick={() => onOpen({ index, id: asset.id })}
    >
      <Thumbnail src={previewUrl(asset.url, 240)} alt="" scheme={asset.scheme} />
      <span className="asset-tile-name">{asset.name}</span>
      <span className="asset-tile-kind">
        {schemeWords[asset.scheme].one}
        {asset.width !== undefined && asset.height !== undefined && ` · ${asset.width} × ${asset.height}`}
      </span>
    </Link>
  )
})
