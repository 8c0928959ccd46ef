import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { suggestionsQuery } from '../../lib/api/suggestions.ts'
import { useDam } from '../../lib/visit.ts'

const pauseMs = 150

/** Tags in use that begin like the last word of what somebody types. */
export function useTagSuggestions(typed: string): string[] {
  const [settled] = useDebouncedValue(typed.trim(), pauseMs)
  const found = useQuery({ ...suggestionsQuery(useDam(), settled), enabled: settled !== '' && !settled.includes(',') })
  if (settled === '' || found.data === undefined) return []
  return found.data.results.flatMap(({ kind, value }) => (kind === 'tag' ? [value] : []))
}
