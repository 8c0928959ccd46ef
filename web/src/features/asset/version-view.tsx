import type { ContentDetails, VersionEntry } from '@descant/contract'
import { Dialog, FailedState, LoadingState } from '@descant/ui'
import { useQuery } from '@tanstack/react-query'
import { viewingQuery } from '../../lib/api/viewing.ts'
import { useDam } from '../../lib/visit.ts'
import { momentOf } from '../../lib/wire-time.ts'

/** A version to look at, beside the current one. `null` is closed. */
export function VersionView({
  asset,
  version,
  onClose,
}: {
  asset: ContentDetails
  version: VersionEntry | null
  onClose: () => void
}) {
  const [current] = asset.versionHistory
  const others = current === undefined || version === null || current.versionId === version.versionId ? [] : [current]
  return (
    <Dialog
      opened={version !== null}
      onClose={onClose}
      title={`Version ${version?.no ?? ''}${others.length === 0 ? '' : ' and the current one'}`}
      size={others.length === 0 ? 'xl' : '90rem'}
    >
      <div className="version-view">
        {version !== null &&
          [version, ...others].map((one) => <VersionFigure key={one.versionId} asset={asset} version={one} />)}
      </div>
    </Dialog>
  )
}

function VersionFigure({ asset, version }: { asset: ContentDetails; version: VersionEntry }) {
  const viewing = useQuery(viewingQuery(useDam(), asset, version.versionId))
  return (
    <figure>
      <figcaption>
        <strong>Version {version.no}</strong> · {version.ownerName}, {momentOf(version.created)}
      </figcaption>
      {viewing.isPending && <LoadingState />}
      {viewing.isError && <FailedState error={viewing.error} onRetry={() => void viewing.refetch()} />}
      {viewing.data !== undefined && (
        <img
          src={viewing.data.preview.replace(/\d+$/, '1600')}
          alt={viewing.data.isDrawn ? `Version ${version.no} of ${asset.name}` : (viewing.data.why ?? '')}
        />
      )}
      {viewing.data?.why != null && <p>{viewing.data.why}</p>}
    </figure>
  )
}
