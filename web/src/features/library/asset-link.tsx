import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AssetTileProps } from './asset-tile.tsx'

/** To the asset's page, from its place in a list: that page then knows what stands beside it. */
export function AssetLink({
  asset,
  index,
  filter,
  isStop,
  onOpen,
  selected,
  onSelect,
  className,
  children,
}: AssetTileProps & { className: string; children: ReactNode }) {
  return (
    <Link
      className={className}
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
      {children}
    </Link>
  )
}
