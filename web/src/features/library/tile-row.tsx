import { AssetTile, type AssetTileProps } from './asset-tile.tsx'
import { gap } from './grid-shape.ts'

/** A row of tiles; those whose page has not come yet keep their place. */
export function TileRow({
  row,
  y,
  columns,
  tiles,
}: {
  row: number
  /** Where it lies, in pixels from the beginning. */
  y: number
  columns: number
  tiles: { index: number; tile: AssetTileProps | undefined }[]
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of tiles that mostly do not exist is no table
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={row + 1}
      className="asset-row"
      style={{
        gap,
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        transform: `translateY(${y}px)`,
      }}
    >
      {tiles.map(({ index, tile }) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div
          key={index}
          role="gridcell"
          tabIndex={-1}
          aria-colindex={(index % columns) + 1}
          aria-selected={tile?.selected ?? undefined}
          className="asset-cell"
        >
          {tile === undefined ? <div className="asset-tile asset-tile-coming" /> : <AssetTile {...tile} />}
        </div>
      ))}
    </div>
  )
}
