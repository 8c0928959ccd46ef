import type { ContentRef } from '@descant/client'
import type { TreeNode } from '@descant/contract'
import { FormDialog, notify } from '@descant/ui'
import { Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { assetsChanged } from '../../lib/api/change-assets.ts'
import { treeQuery } from '../../lib/api/tree.ts'
import { enteredText } from '../../lib/entered-text.ts'
import { useDam } from '../../lib/visit.ts'
import { assetsInWords } from './assets-in-words.ts'

/** Puts all selected assets into one album; they stay where they are as well. */
export function AlbumDialog({
  assets,
  opened,
  onClose,
}: {
  assets: readonly ContentRef[]
  opened: boolean
  onClose: () => void
}) {
  const dam = useDam()
  const queries = useQueryClient()
  const tree = useQuery(treeQuery(dam))
  const albums = albumsIn(tree.data?.results ?? [])

  return (
    <FormDialog
      opened={opened}
      title={`Add ${assetsInWords(assets.length)} to an album`}
      submitLabel="Add"
      onClose={onClose}
      onSubmit={async (entered) => {
        const id = enteredText(entered, 'album')
        if (id === '') throw new Error('Choose an album.')
        const failures = await dam.addToAlbum(id, assets)
        await assetsChanged(queries)
        if (failures.length > 0) throw new Error(`${assetsInWords(failures.length)} could not be added.`)
        notify(`Added to ${albums.find((album) => album.id === id)?.name ?? 'the album'}.`)
      }}
    >
      <Select
        label="Album"
        name="album"
        placeholder="Type to find it"
        data={albums.map(({ id, namePath }) => ({ value: id, label: namePath }))}
        searchable
        limit={100}
        nothingFoundMessage={nothingFound(tree.isPending, albums.length)}
        error={tree.isError ? 'The albums could not be loaded.' : undefined}
        openOnFocus={false}
        data-autofocus
      />
    </FormDialog>
  )
}

const albumsIn = (nodes: TreeNode[]): TreeNode[] =>
  nodes.flatMap((node) => (node.scheme === 'album' ? [node] : albumsIn(node.children ?? [])))

function nothingFound(isPending: boolean, known: number): string {
  if (isPending) return 'Loading…'
  return known === 0 ? 'There are no albums yet. Make one in the side column.' : 'No such album'
}
