import type { TreeNode } from '@descant/contract'
import { useLocalStorage } from '@mantine/hooks'
import { useEffect, useMemo } from 'react'
import { foldersAbove } from '../../lib/tree/visible-nodes.ts'

/** Which folders stand open; kept in the browser. The folders around the place one is at open by themselves. */
export function useOpenFolders(nodes: TreeNode[], currentId: string | null) {
  const [ids, setIds] = useLocalStorage<string[]>({
    key: 'descant-open-folders',
    defaultValue: [],
    getInitialValueInEffect: false,
  })
  const open = useMemo(() => new Set(ids), [ids])

  useEffect(() => {
    if (currentId === null) return
    const around = foldersAbove(nodes, currentId).map(({ id }) => id)
    setIds((before) => (around.every((id) => before.includes(id)) ? before : [...new Set([...before, ...around])]))
  }, [nodes, currentId, setIds])

  return [open, (next: ReadonlySet<string>) => setIds([...next])] as const
}
