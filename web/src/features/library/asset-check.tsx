import type { AssetTileProps } from './asset-tile.tsx'

/** Selects an asset. Space on it does the same: the keyboard needs no second stop. */
export function AssetCheck({
  asset,
  index,
  selected,
  onSelect,
}: Pick<AssetTileProps, 'asset' | 'index' | 'onSelect'> & { selected: boolean }) {
  return (
    <label className="asset-tile-check">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={`Select ${asset.name}`}
        checked={selected}
        onChange={() => {}}
        onClick={(event) => onSelect(asset, index, event.shiftKey)}
      />
    </label>
  )
}
