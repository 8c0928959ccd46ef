import { PageHeading, Thumbnail } from '@descant/ui'
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { FileFacts } from '../../features/library/file-facts.tsx'
import { fileQuery } from '../../features/library/files.ts'
import { TextLink } from '../../lib/links.tsx'
import { product } from '../../lib/product.ts'

const route = getRouteApi('/signed-in/files/$fileId')

export function FilePage() {
  const { fileId } = route.useParams()
  const { data: file } = useSuspenseQuery(fileQuery(fileId))
  return (
    <>
      <PageHeading
        title={file.name}
        product={product}
        about={
          <TextLink to="/folders/$folderId" params={{ folderId: 'dam-import' }}>
            Back to DAM Import
          </TextLink>
        }
        actions={
          <Button component="a" href={file.download} download leftSection={<IconDownload size={18} stroke={1.6} />}>
            Download original
          </Button>
        }
      />
      <div className="file-view">
        <Thumbnail src={file.thumbnail ?? undefined} alt={`Preview of ${file.name}`} scheme={file.scheme} />
        <FileFacts file={file} />
      </div>
    </>
  )
}
