import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Place } from '../../lib/api/asset-list.ts'

/** Where in the library the address says we are. */
export function usePlace(): Place {
  const { albumId, folderId } = useParams({ strict: false })
  return useMemo(() => {
    if (albumId !== undefined) return { kind: 'album', id: albumId }
    if (folderId !== undefined) return { kind: 'folder', id: folderId }
    return { kind: 'library' }
  }, [albumId, folderId])
}
