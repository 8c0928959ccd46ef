import { getRouteApi, Outlet } from '@tanstack/react-router'
import { Shell } from '../shell.tsx'
import { LibraryNav } from './library-nav.tsx'
import { useChangeSearch } from './use-change-search.ts'

const route = getRouteApi('/signed-in/library')

export function LibraryLayout() {
  const search = route.useSearch()
  const changeSearch = useChangeSearch()

  return (
    <Shell
      nav={<LibraryNav />}
      navLabel="Library"
      text={search.q ?? ''}
      onSearch={(q, how) => {
        // Each pause of typing replaces the last, so that Back leads to before the search.
        const replace = how === 'typing' && search.q !== undefined && q !== ''
        changeSearch({ q: q === '' ? undefined : q }, { replace })
      }}
      // what was typed has become the choice
      onNarrow={(by, value) => changeSearch({ q: undefined, [by]: [...(search[by] ?? []), value] })}
    >
      <Outlet />
    </Shell>
  )
}
