import { EmptyState } from '@descant/ui'
import { Button } from '@mantine/core'
import { IconAlbum, IconFolder, IconPhotoPlus, IconSearchOff } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { filterOf, type LibrarySearch, narrows } from '../../features/library/library-search.ts'
import { UploadButton } from '../../features/upload/upload-button.tsx'
import { useMayEdit } from '../../lib/visit.ts'
import { DidYouMean } from './did-you-mean.tsx'
import type { Whereabouts } from './use-whereabouts.ts'

/** Nothing here: because nothing was found, or because nothing is there yet. */
export function EmptyList({ here, search }: { here: Whereabouts; search: LibrarySearch }) {
  const mayEdit = useMayEdit()
  const navigate = useNavigate()
  const { place, uploadTarget } = here

  if (narrows(search)) {
    return (
      <>
        <DidYouMean filter={filterOf(place, search)} />
        <EmptyState
          icon={<IconSearchOff size={40} stroke={1.3} />}
          title="Nothing found"
          action={
            <Button variant="default" onClick={() => void navigate({ to: '.', search: {} })}>
              Clear search
            </Button>
          }
        >
          Nothing here fits what you asked for. Try fewer or other words.
        </EmptyState>
      </>
    )
  }
  if (place.kind === 'folder') {
    return (
      <EmptyState icon={<IconFolder size={40} stroke={1.3} />} title="No assets in this folder">
        A folder shows what its albums hold. {mayEdit && 'Make an album in it and upload files there.'}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={place.kind === 'album' ? <IconAlbum size={40} stroke={1.3} /> : <IconPhotoPlus size={40} stroke={1.3} />}
      title={place.kind === 'album' ? 'This album is empty' : 'Your library is empty'}
      action={mayEdit ? <UploadButton target={uploadTarget}>Choose files</UploadButton> : undefined}
    >
      {mayEdit ? 'Drop files anywhere on this page, or choose them.' : 'Nothing has been put here yet.'}
    </EmptyState>
  )
}
