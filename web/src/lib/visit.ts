import type { Session } from '@descant/contract'
import { createContext, useContext } from 'react'
import type { Dam } from './dam.ts'

export type Visit = { dam: Dam; session: Session }

export const VisitContext = createContext<Visit | null>(null)

/** The server and who is signed in; only below the sign-in. */
export function useVisit(): Visit {
  const visit = useContext(VisitContext)
  if (visit === null) throw new Error('useVisit needs a signed-in page around it')
  return visit
}

export const useDam = (): Dam => useVisit().dam

/** Consumers look and download; everyone else also changes things. */
export const useMayEdit = (): boolean => useVisit().session.role !== 'consumer'
