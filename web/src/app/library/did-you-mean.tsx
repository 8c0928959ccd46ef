import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { parseLibrarySearch } from '../../features/library/library-search.ts'
import type { AssetFilter } from '../../lib/api/asset-list.ts'
import { didYouMeanQuery } from '../../lib/api/suggestions.ts'
import { TextLink } from '../../lib/links.tsx'
import { useDam } from '../../lib/visit.ts'

/** A way out of a search that found nothing: words that are there, which do find something here. */
export function DidYouMean({ filter }: { filter: AssetFilter }) {
  const { data } = useQuery({ ...didYouMeanQuery(useDam(), filter), enabled: filter.text !== '' })
  const [meant] = data?.results ?? []

  return (
    <Text role="status" ta="center" mt={meant === undefined ? 0 : 'xl'}>
      {meant !== undefined && (
        <>
          Did you mean{' '}
          <TextLink to="." search={(before) => parseLibrarySearch({ ...before, q: meant.keyword })} fw={600}>
            {meant.keyword}
          </TextLink>
          ? ({meant.found === 1 ? '1 asset' : `${meant.found.toLocaleString()} assets`})
        </>
      )}
    </Text>
  )
}
