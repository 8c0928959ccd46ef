import { PageHeading } from '@descant/ui'
import { Breadcrumbs, Group, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { CollectionMenu } from '../../features/collections/collection-menu.tsx'
import { SortChoice } from '../../features/library/sort-choice.tsx'
import { type ListView, ViewChoice } from '../../features/library/view-choice.tsx'
import { FolderButton } from '../../features/upload/folder-button.tsx'
import { UploadButton } from '../../features/upload/upload-button.tsx'
import type { AssetFilter } from '../../lib/api/asset-list.ts'
import { TextLink } from '../../lib/links.tsx'
import { schemeWords } from '../../lib/scheme-words.ts'
import { useMayEdit } from '../../lib/visit.ts'
import { ChosenFilters } from './chosen-filters.tsx'
import { useChangeSearch } from './use-change-search.ts'
import type { Whereabouts } from './use-whereabouts.ts'

/** Where one is, how much there is, and what can be done with it. */
export function ListHeading({
  filter,
  here,
  found,
  view,
  onView,
}: {
  filter: AssetFilter
  here: Whereabouts
  found: number | undefined
  view: ListView
  onView: (view: ListView) => void
}) {
  const mayEdit = useMayEdit()
  const changeSearch = useChangeSearch()
  const navigate = useNavigate()

  return (
    <>
      <FoldersAbove here={here} />
      <PageHeading
        title={titleOf(filter, here)}
        about={<span role="status">{found === undefined ? ' ' : countOf(found)}</span>}
        actions={
          <Group gap="sm">
            <ViewChoice view={view} onChange={onView} />
            <SortChoice
              sortBy={filter.sortBy}
              sortDirection={filter.sortDirection}
              onChange={(sort, direction) => changeSearch({ sort, direction })}
            />
            {mayEdit && <FolderButton target={here.uploadTarget} />}
            {mayEdit && (
              <UploadButton target={here.uploadTarget}>
                {/* a folder holds no assets itself: who uploads there should know where to look */}
                {here.place.kind === 'folder' ? 'Upload to the library' : 'Upload'}
              </UploadButton>
            )}
            {mayEdit && here.node !== undefined && (
              <CollectionMenu node={here.node} onDeleted={() => void navigate(placeAbove(here))} />
            )}
          </Group>
        }
      />
      {here.node !== undefined && here.node.description !== '' && (
        <Text c="dimmed" mb="md" maw={680} className="collection-description">
          {here.node.description}
        </Text>
      )}
      <ChosenFilters filter={filter} here={here} />
    </>
  )
}

function FoldersAbove({ here: { above, place } }: { here: Whereabouts }) {
  if (place.kind === 'library') return null
  return (
    <nav aria-label="Breadcrumbs">
      <Breadcrumbs mb={4} separatorMargin={6}>
        <TextLink to="/" size="sm">
          Library
        </TextLink>
        {above.map(({ id, name }) => (
          <TextLink key={id} to="/folder/$folderId" params={{ folderId: id }} size="sm">
            {name}
          </TextLink>
        ))}
      </Breadcrumbs>
    </nav>
  )
}

function placeAbove({ above }: Whereabouts) {
  const folder = above.at(-1)
  return folder === undefined
    ? ({ to: '/' } as const)
    : ({ to: '/folder/$folderId', params: { folderId: folder.id } } as const)
}

function titleOf({ text, scheme }: AssetFilter, { place, node }: Whereabouts): string {
  if (place.kind !== 'library') return node?.name ?? (place.kind === 'album' ? 'Album' : 'Folder')
  if (text !== '') return `Results for “${text}”`
  return scheme === null ? 'All assets' : schemeWords[scheme].many
}

const countOf = (found: number): string => (found === 1 ? '1 asset' : `${found.toLocaleString()} assets`)
