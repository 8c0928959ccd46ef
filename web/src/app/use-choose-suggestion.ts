import type { SuggestionEntry } from '@descant/contract'
import { useNavigate } from '@tanstack/react-router'

/** Words narrow what is shown; everything else is somewhere to go. */
export function useChooseSuggestion(narrow: (by: 'keyword' | 'tags', value: string) => void) {
  const navigate = useNavigate()

  return (chosen: SuggestionEntry): void => {
    if (chosen.kind === 'asset') {
      const { scheme, id } = chosen
      void navigate({ to: '/smartalbum/$scheme', params: { scheme }, search: { column: scheme, id } })
    } else if (chosen.kind === 'album') {
      void navigate({ to: '/album/$albumId', params: { albumId: chosen.id } })
    } else if (chosen.kind === 'folder') {
      void navigate({ to: '/folder/$folderId', params: { folderId: chosen.id } })
    } else narrow(chosen.kind === 'tag' ? 'tags' : 'keyword', chosen.value)
  }
}
