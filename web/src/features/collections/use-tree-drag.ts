import type { TreeNode } from '@descant/contract'
import { type DragEvent, useState } from 'react'
import { findNode, foldersAbove } from '../../lib/tree/visible-nodes.ts'

/** So that nothing else on the page takes it for a file or a link. */
const dragType = 'application/x-descant-collection'

export type TreeDragProps = {
  draggable?: boolean
  'data-over'?: boolean
  onDragStart?: (event: DragEvent) => void
  onDragEnd?: () => void
  onDragOver?: (event: DragEvent) => void
  onDragLeave?: () => void
  onDrop?: (event: DragEvent) => void
}

/** Dragging folders and albums into folders with the pointer; the menu of each does the same. */
export function useTreeDrag(
  nodes: TreeNode[],
  onMove: ((moved: TreeNode, into: TreeNode | null) => void) | undefined,
): { isOut: boolean; of: (line: TreeNode | null) => TreeDragProps } {
  const [dragged, setDragged] = useState<TreeNode | null>(null)
  const [over, setOver] = useState<TreeNode | null | undefined>(undefined)
  if (onMove === undefined) return { isOut: false, of: () => ({}) }

  const end = () => {
    setDragged(null)
    setOver(undefined)
  }

  const canTake = (into: TreeNode | null): boolean => {
    if (dragged === null) return false
    const parent = foldersAbove(nodes, dragged.id).at(-1) ?? null
    if ((into?.id ?? null) === (parent?.id ?? null)) return false
    return into === null || (into.scheme === 'folder' && findNode([dragged], into.id) === undefined)
  }

  const target = (into: TreeNode | null): TreeDragProps => ({
    'data-over': over !== undefined && over?.id === into?.id,
    onDragOver: (event) => {
      if (!canTake(into)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
      setOver(into)
    },
    onDragLeave: () => setOver(undefined),
    onDrop: (event) => {
      event.preventDefault()
      if (dragged !== null && canTake(into)) onMove(dragged, into)
      end()
    },
  })

  return {
    isOut: dragged !== null,
    of: (line) =>
      line === null
        ? target(null)
        : {
            ...target(line),
            draggable: true,
            onDragStart: (event) => {
              event.dataTransfer.setData(dragType, line.id)
              event.dataTransfer.effectAllowed = 'move'
              setDragged(line)
            },
            onDragEnd: end,
          },
  }
}
