import type { SuggestionEntry } from '@descant/contract'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { suggestionsQuery } from '../../lib/api/suggestions.ts'
import { useDam } from '../../lib/visit.ts'

const pauseMs = 120
const none: SuggestionEntry[] = []

/** What begins like this; the last suggestions stay until there are others. `null` asks for none. */
export function useSuggestions(typed: string | null): SuggestionEntry[] {
  const wanted = typed !== null && isEnough(typed.trim()) ? typed.trim() : ''
  const [settled] = useDebouncedValue(wanted, pauseMs)
  const { data } = useQuery({
    ...suggestionsQuery(useDam(), settled),
    enabled: settled !== '' && wanted !== '',
    placeholderData: keepPreviousData,
  })
  return wanted === '' || settled === '' ? none : (data?.results ?? none)
}

/** One Latin letter begins half of everything; one letter of other scripts may be a word. */
const isEnough = (typed: string): boolean => typed.length >= 2 || /[^\p{ASCII}]/u.test(typed)
