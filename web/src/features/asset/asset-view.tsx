import './asset-view.css'
import type { ContentDetails, RelatedAlbum } from '@descant/contract'
import { PageHeading, sentenceOf } from '@descant/ui'
import { Alert, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { customFieldsQuery } from '../../lib/api/custom-fields.ts'
import { useDam, useMayEdit } from '../../lib/visit.ts'
import { AssetActions } from './asset-actions.tsx'
import { customFactsOf, factsOf, metadataFactsOf } from './facts-of.ts'
import { FactsTable } from './facts-table.tsx'
import { KeywordsSection } from './keywords-section.tsx'
import { TagsSection } from './tags-section.tsx'
import { TermsDialog } from './terms-dialog.tsx'
import { UsageSection } from './usage-section.tsx'
import { useDownload } from './use-download.ts'
import { VersionsSection } from './versions-section.tsx'

/** One asset: what it looks like, what is known of it, what one may do with it. */
export function AssetView({
  asset,
  viewer,
  newVersion,
  share,
  shares,
  onDeleted,
}: {
  asset: ContentDetails
  /** The file itself, to look at. */
  viewer: ReactNode
  /** Where a new version is uploaded. */
  newVersion: ReactNode
  /** Where it is shared. */
  share: ReactNode
  /** The links that share it. */
  shares: ReactNode
  onDeleted: () => void
}) {
  const mayEdit = useMayEdit()
  const download = useDownload(asset)
  const fields = useQuery(customFieldsQuery(useDam()))

  return (
    <article>
      <PageHeading
        title={asset.name}
        about={
          asset.description === '' ? undefined : <span style={{ whiteSpace: 'pre-line' }}>{asset.description}</span>
        }
        actions={<AssetActions asset={asset} download={download} share={share} onDeleted={onDeleted} />}
      />
      {download.error !== null && (
        <Alert color="red" role="alert" mb="md">
          {sentenceOf(download.error)}
        </Alert>
      )}
      <div className="asset-columns">
        {viewer}
        <div className="asset-side">
          <KeywordsSection asset={asset} keywords={asset.keyword} mayEdit={mayEdit} />
          <TagsSection asset={asset} tags={asset.tag} mayEdit={mayEdit} />
          <FactsTable title="Custom fields" facts={customFactsOf(asset, fields.data ?? [])} />
          <FactsTable title="Details" facts={factsOf(asset)} />
          <AlbumsSection albums={asset.relatedAlbums} />
          <VersionsSection asset={asset} download={download} action={mayEdit ? newVersion : null} />
          {mayEdit && shares}
        </div>
        <div className="asset-metadata">
          {mayEdit && <UsageSection asset={asset} />}
          <FactsTable title="Metadata" facts={metadataFactsOf(asset)} searchable />
        </div>
      </div>
      <TermsDialog name={asset.name} terms={download.terms} />
    </article>
  )
}

function AlbumsSection({ albums }: { albums: RelatedAlbum[] }) {
  return (
    <section aria-labelledby="albums-heading">
      <Title order={2} size="h4" mb="xs" id="albums-heading">
        Albums
      </Title>
      {albums.length === 0 && <Text c="dimmed">In no album.</Text>}
      {albums.length > 0 && (
        <ul className="albums">
          {albums.map((album) => (
            <li key={album.id}>
              <Link to="/album/$albumId" params={{ albumId: album.id }}>
                {album.namePath}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
