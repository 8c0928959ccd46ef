import type { BriefContent } from '@descant/contract'
import { Thumbnail } from '@descant/ui'
import { memo } from 'react'
import { formatBytes } from '../../lib/format-bytes.ts'
import { schemeWords } from '../../lib/scheme-words.ts'
import { dayOf } from '../../lib/wire-time.ts'
import { AssetCheck } from './asset-check.tsx'
import { AssetLink } from './asset-link.tsx'
import type { AssetTileProps } from './asset-tile.tsx'
import { thumbnailOf } from './thumbnail-of.ts'

/** An asset in one line, in the columns of the list; `tile` is absent until its page has come. */
export function ListRow({ row, y, tile }: { row: number; y: number; tile: AssetTileProps | undefined }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of rows that mostly do not exist is no table
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={row + 2}
      aria-selected={tile?.selected ?? undefined}
      className="asset-row"
      style={{ transform: `translateY(${y}px)` }}
    >
      {tile === undefined ? <Cell column={1} text="" /> : <Cells {...tile} />}
    </div>
  )
}

const Cells = memo(function Cells(props: AssetTileProps) {
  const { asset, selected } = props
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <span role="gridcell" aria-colindex={1} className="asset-row-name" tabIndex={-1}>
        <AssetLink {...props} className="asset-row-link">
          <span className="asset-row-picture">
            <Thumbnail {...thumbnailOf(asset, '48px')} alt="" scheme={asset.scheme} />
          </span>
          <span className="asset-row-words">{asset.name}</span>
        </AssetLink>
        {selected !== null && <AssetCheck {...props} selected={selected} />}
      </span>
      <Cell column={2} text={schemeWords[asset.scheme].one} />
      <Cell column={3} text={dimensionsOf(asset)} />
      <Cell column={4} text={formatBytes(Number(asset.size))} />
      <Cell column={5} text={dayOf(asset.time)} />
      <Cell column={6} text={asset.ownerName || asset.owner} />
    </>
  )
})

function Cell({ column, text }: { column: number; text: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    <span role="gridcell" aria-colindex={column} tabIndex={-1} className="asset-row-cell">
      {text}
    </span>
  )
}

const dimensionsOf = ({ width, height }: BriefContent): string =>
  width === undefined || height === undefined ? '' : `${width} × ${height}`
