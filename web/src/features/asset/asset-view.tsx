import './asset-view.css'
import type { ContentDetails, RelatedAlbum } from '@descant/contract'
import { PageHeading } from '@descant/ui'
import { Button, Text, Title } from '@mantine/core'
import { IconDownload, IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useMayEdit } from '../../lib/visit.ts'
import { AssetPreview } from './asset-preview.tsx'
import { customFactsOf, factsOf, metadataFactsOf } from './facts-of.ts'
import { FactsTable } from './facts-table.tsx'
import { KeywordsSection } from './keywords-section.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { TagsSection } from './tags-section.tsx'
import { VersionsSection } from './versions-section.tsx'

/** One asset: what it looks like, what is known of it, what one may do with it. */
export function AssetView({ asset, newVersion }: { asset: ContentDetails; newVersion: ReactNode }) {
  const mayEdit = useMayEdit()
  const [renaming, setRenaming] = useState(false)

  return (
    <article>
      <PageHeading
        title={asset.name}
        about={asset.description === '' ? undefined : asset.description}
        actions={
          <>
            {mayEdit && (
              <Button
                variant="default"
                leftSection={<IconPencil size={18} stroke={1.6} aria-hidden="true" />}
                onClick={() => setRenaming(true)}
              >
                Rename
              </Button>
            )}
            {asset.url.directUrlOriginal !== undefined && (
              <Button
                component="a"
                href={asset.url.directUrlOriginal}
                download={asset.name}
                leftSection={<IconDownload size={18} stroke={1.8} aria-hidden="true" />}
              >
                Download
              </Button>
            )}
          </>
        }
      />
      <div className="asset-columns">
        <AssetPreview asset={asset} />
        <div className="asset-side">
          <KeywordsSection asset={asset} keywords={asset.keyword} mayEdit={mayEdit} />
          <TagsSection asset={asset} tags={asset.tag} mayEdit={mayEdit} />
          <FactsTable title="Details" facts={factsOf(asset)} />
          <FactsTable title="Custom fields" facts={customFactsOf(asset)} />
          <AlbumsSection albums={asset.relatedAlbums} />
          <VersionsSection versions={asset.versionHistory} action={mayEdit ? newVersion : null} />
        </div>
        <div className="asset-metadata">
          <FactsTable title="Metadata" facts={metadataFactsOf(asset)} />
        </div>
      </div>
      <RenameDialog asset={asset} name={asset.name} opened={renaming} onClose={() => setRenaming(false)} />
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
