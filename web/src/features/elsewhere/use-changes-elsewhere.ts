import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { noteGoneAssets } from '../../lib/api/gone-assets.ts'
import { useDam } from '../../lib/visit.ts'
import { followChanges, type ToldChanges } from './follow-changes.ts'

/** What other people and apps do shows up in the lists that are on the screen. Once for the whole page. */
export function useChangesElsewhere(): void {
  const dam = useDam()
  const queries = useQueryClient()
  useEffect(() => {
    const leaving = new AbortController()
    void followChanges(dam, { tell: (changes) => lookAgain(queries, changes), until: leaving.signal })
    return () => leaving.abort()
  }, [dam, queries])
}

/** Beyond this many it is quicker to outdate all than to name each. */
const mostNamed = 50

async function lookAgain(queries: QueryClient, changes: ToldChanges): Promise<void> {
  const outdated: unknown[][] = [['assets'], ['trash']]
  if (changes === 'anything') outdated.push(['asset'], ['tree'])
  else {
    noteGoneAssets(queries, changes)
    const assets = new Set(changes.filter(({ event }) => event.startsWith('asset.')).map(({ id }) => id))
    if (assets.size > mostNamed) outdated.push(['asset'])
    else for (const id of assets) outdated.push(['asset', id])
    // albums show how much is in them, so that assets that come and go count as well
    if (changes.some(({ event }) => changesTree(event))) outdated.push(['tree'])
  }
  await Promise.all(outdated.map((queryKey) => queries.invalidateQueries({ queryKey })))
}

const changesTree = (event: string): boolean =>
  !event.startsWith('asset.') || event === 'asset.deleted' || event === 'asset.restored' || event === 'asset.added'
