import { Stack, Title } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { CollectionsPanel } from '../../features/collections/collections-panel.tsx'
import { FacetFilter } from '../../features/library/facet-filter.tsx'
import { filterOf, parseLibrarySearch } from '../../features/library/library-search.ts'
import { MoreFilters } from '../../features/library/more-filters.tsx'
import { SchemeList } from '../../features/library/scheme-list.tsx'
import { assetPageQuery, schemeCountsQuery } from '../../lib/api/asset-list.ts'
import { customFieldsQuery } from '../../lib/api/custom-fields.ts'
import { useDam, useMayEdit } from '../../lib/visit.ts'
import { useChangeSearch } from './use-change-search.ts'
import { usePlace } from './use-place.ts'

const route = getRouteApi('/signed-in/library')

/** The side column: kinds, keywords, folders and albums. */
export function LibraryNav() {
  const dam = useDam()
  const mayEdit = useMayEdit()
  const search = route.useSearch()
  const place = usePlace()
  const changeSearch = useChangeSearch()
  const filter = filterOf(place, search)
  const list = useQuery({ ...assetPageQuery(dam, filter, 0), placeholderData: keepPreviousData })
  const anyScheme = useQuery({
    ...schemeCountsQuery(dam, filter),
    placeholderData: keepPreviousData,
    enabled: filter.scheme !== null,
  })
  const fields = useQuery(customFieldsQuery(dam))
  const counted = filter.scheme === null ? list.data : anyScheme.data

  return (
    <Stack gap="lg">
      <section aria-labelledby="kinds-heading">
        <Title order={2} size="sm" mb={4} pl={10} id="kinds-heading">
          Kinds
        </Title>
        <SchemeList
          facets={counted?.facets}
          total={counted?.found}
          renderLink={(scheme, props) => (
            <Link
              {...props}
              to="."
              search={(before) => parseLibrarySearch({ ...before, scheme: scheme ?? undefined })}
              activeOptions={{ exact: true }}
              // an address may write one value in two ways, so the link itself cannot always tell
              aria-current={filter.scheme === scheme ? 'page' : undefined}
            />
          )}
        />
      </section>
      <Stack gap="xs" px={10}>
        <FacetFilter
          label="Keywords"
          placeholder="Any keyword"
          facets={list.data?.facets ?? []}
          name="keywords"
          chosen={filter.keywords}
          onChange={(keyword) => changeSearch({ keyword })}
          wordFor={(value) => (value === 'Unkeyworded' ? 'Without keywords' : value)}
        />
        <MoreFilters
          facets={list.data?.facets ?? []}
          fields={fields.data ?? []}
          chosen={filter.values}
          onChange={(name, values) => changeSearch({ [name]: values })}
        />
      </Stack>
      <CollectionsPanel currentId={place.kind === 'library' ? null : place.id} />
      {mayEdit && (
        <Link to="/trash" className="scheme-link">
          <IconTrash size={20} stroke={1.5} aria-hidden="true" />
          Trash
        </Link>
      )}
    </Stack>
  )
}
