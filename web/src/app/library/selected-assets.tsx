import type { GridSelection } from '../../features/library/use-selection.ts'
import { SelectionBar } from '../../features/selection/selection-bar.tsx'
import { ShareButton } from '../../features/share/share-button.tsx'
import type { Whereabouts } from './use-whereabouts.ts'

/** The bar over what is selected; nothing while nothing is. */
export function SelectedAssets({
  selection,
  found,
  here,
}: {
  selection: GridSelection
  found: number
  here: Whereabouts
}) {
  const { place, node } = here
  const assets = [...selection.chosen.values()]
  if (assets.length === 0) return null

  return (
    <SelectionBar
      assets={assets}
      found={found}
      album={place.kind === 'album' ? { id: place.id, name: node?.name ?? 'this album' } : null}
      share={
        <ShareButton
          size="sm"
          contents={assets}
          title={assets.length === 1 ? `Share ${assets[0]?.name}` : `Share ${assets.length.toLocaleString()} assets`}
        />
      }
      onAll={() => void selection.all(found)}
      onClear={() => {
        selection.clear()
        // the bar goes away under the focus
        document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
      }}
    />
  )
}
