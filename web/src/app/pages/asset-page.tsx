import type { Scheme } from '@descant/contract'
import { FailedState, LoadingState } from '@descant/ui'
import { Button, Group } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { AssetView } from '../../features/asset/asset-view.tsx'
import { AssetShares } from '../../features/share/asset-shares.tsx'
import { ShareButton } from '../../features/share/share-button.tsx'
import { UploadButton } from '../../features/upload/upload-button.tsx'
import { AssetViewer } from '../../features/viewer/asset-viewer.tsx'
import { assetDetailsQuery } from '../../lib/api/asset-details.ts'
import type { Dam } from '../../lib/dam.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { useDam } from '../../lib/visit.ts'
import { Shell } from '../shell.tsx'
import { useEscape } from '../use-escape.ts'
import { type Neighbours, useNeighbours } from '../use-neighbours.ts'
import { NeighbourButtons } from './neighbour-buttons.tsx'

const route = getRouteApi('/signed-in/smartalbum/$scheme')

export function AssetPage() {
  const { scheme } = route.useParams()
  const { id = '' } = route.useSearch()
  const asset = useAsset(scheme, id)
  const goBack = useGoBack()
  const neighbours = useNeighbours()
  useEscape(goBack)
  useShortcuts(({ key }) => {
    const go = key === 'ArrowLeft' ? neighbours.before : key === 'ArrowRight' ? neighbours.after : null
    go?.()
    return go !== null
  })

  return (
    <Shell>
      <Group justify="space-between" gap="xs" mb="sm" wrap="nowrap">
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          ml={-8}
          leftSection={<IconArrowLeft size={18} stroke={1.8} aria-hidden="true" />}
          onClick={goBack}
        >
          Back to the library
        </Button>
        {neighbours.place !== null && <NeighbourButtons {...neighbours} place={neighbours.place} />}
      </Group>
      <AssetOrState query={asset} step={neighbours} onDeleted={goBack} />
    </Shell>
  )
}

function AssetOrState({
  query,
  step,
  onDeleted,
}: {
  query: ReturnType<typeof useAsset>
  step: Neighbours
  onDeleted: () => void
}) {
  useNotedView(query.data)
  if (query.isPending) return <LoadingState />
  if (query.isError) return <FailedState error={query.error} onRetry={() => void query.refetch()} />
  const { data: asset } = query
  return (
    <AssetView
      key={asset.id}
      asset={asset}
      viewer={<AssetViewer asset={asset} step={step} />}
      share={<ShareButton className="asset-action" contents={[asset]} title={`Share ${asset.name}`} />}
      shares={<AssetShares asset={asset} />}
      onDeleted={onDeleted}
      newVersion={
        <UploadButton
          target={{ albumId: null, versionOf: { scheme: asset.scheme, id: asset.id, name: asset.name } }}
          multiple={false}
          variant="default"
        >
          Upload a new version
        </UploadButton>
      }
    />
  )
}

function useAsset(scheme: Scheme, id: string) {
  return useQuery(assetDetailsQuery(useDam(), { scheme, id }))
}

/** Tells the reports of activity, once a visit, that somebody looked. Nobody waits for it or is told when it fails. */
function useNotedView(asset: { scheme: Scheme; id: string } | undefined): void {
  const dam = useDam()
  const { scheme, id } = asset ?? {}
  useEffect(() => {
    if (scheme !== undefined && id !== undefined) noteView(dam, { scheme, id })
  }, [dam, scheme, id])
}

const noteView = (dam: Dam, body: { scheme: Scheme; id: string }): void =>
  void dam.web.done('/web/v1/views', { method: 'POST', body }).catch(() => {})

/** To the list one came from, as it was; to the whole library if one came by a link. */
function useGoBack(): () => void {
  const router = useRouter()
  const navigate = useNavigate()
  const { fromList = false } = useLocation().state
  return useCallback(() => {
    if (fromList) router.history.back()
    else void navigate({ to: '/' })
  }, [fromList, router, navigate])
}
