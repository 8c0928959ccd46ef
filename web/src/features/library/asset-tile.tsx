import type { BriefContent } from '@descant/contract'
import { Thumbnail } from '@descant/ui'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { AssetFilter } from '../../lib/api/asset-list.ts'
import { previewUrl } from '../../lib/preview-url.ts'
import { schemeWords } from '../../lib/scheme-words.ts'
import type { OpenedTile } from './opened-asset.ts'

export type AssetTileProps = {
  asset: BriefContent
  index: number
  /** The list it stands in. */
  filter: AssetFilter
  /** The one tile that the Tab key stops at. */
  isStop: boolean
  onOpen: (tile: OpenedTile) => void
  /** Whether it is selected; `null` where nothing can be. */
  selected: boolean | null
  /** `ranging`: with everything from the last one on. */
  onSelect: (asset: BriefContent, index: number, ranging: boolean) => void
}

export const AssetTile = memo(function AssetTile({
  asset,
  index,
  filter,
  isStop,
  onOpen,
  selected,
  onSelect,
}: AssetTileProps) {
  return (
    <>
      <Link
        className="asset-tile"
        to="/smartalbum/$scheme"
        params={{ scheme: asset.scheme }}
        search={{ column: asset.scheme, id: asset.id }}
        state={{ fromList: true, list: { filter, index } }}
        data-index={index}
        data-asset={asset.id}
        tabIndex={isStop ? 0 : -1}
        preloadDelay={250}
        onClick={(event) => {
          if (selected !== null && event.shiftKey) {
            event.preventDefault()
            onSelect(asset, index, true)
          } else onOpen({ index, id: asset.id })
        }}
      >
        <Thumbnail src={previewUrl(asset.url, 240)} alt="" scheme={asset.scheme} />
        <span className="asset-tile-name">{asset.name}</span>
        <span className="asset-tile-kind">
          {schemeWords[asset.scheme].one}
          {asset.width !== undefined && asset.height !== undefined && ` · ${asset.width} × ${asset.height}`}
        </span>
      </Link>
      {selected !== null && (
        <label className="asset-tile-check">
          {/* Space on the tile does the same: the keyboard needs no second stop. */}
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={`Select ${asset.name}`}
            checked={selected}
            onChange={() => {}}
            onClick={(event) => onSelect(asset, index, event.shiftKey)}
          />
        </label>
      )}
    </>
  )
})
