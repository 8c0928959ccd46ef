import './collection-tree.css'
import type { TreeNode } from '@descant/contract'
import { IconAlbum, IconChevronRight, IconFolder, IconFolderOpen } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { hasInside } from '../../lib/tree/tree-walk.ts'
import { useTreeWalk } from '../../lib/tree/use-tree-walk.ts'
import { type VisibleNode, visibleNodes } from '../../lib/tree/visible-nodes.ts'
import { useOpenFolders } from './use-open-folders.ts'
import { type TreeDragProps, useTreeDrag } from './use-tree-drag.ts'

/** Folders and albums. One stop of the Tab key; arrows walk, Enter goes there. */
export function CollectionTree({
  nodes,
  currentId,
  onMove,
}: {
  nodes: TreeNode[]
  currentId: string | null
  /** Where things may be dragged elsewhere; `null`: the library's root. */
  onMove?: (moved: TreeNode, into: TreeNode | null) => void
}) {
  const [open, setOpen] = useOpenFolders(nodes, currentId)
  const visible = useMemo(() => visibleNodes(nodes, open), [nodes, open])
  const navigate = useNavigate()
  const drag = useTreeDrag(nodes, onMove)
  const { tree, stopId, focused, toggle, walk } = useTreeWalk({
    ...{ visible, open, setOpen },
    stops: [currentId],
    // Enter follows the link
    press: { ' ': (node) => void navigate(addressOf(node)) },
  })

  return (
    <div
      ref={tree}
      role="tree"
      aria-label="Folders and albums"
      className="collection-tree"
      onKeyDown={walk}
      tabIndex={-1}
    >
      {visible.map((line) => (
        <CollectionLine
          key={line.node.id}
          line={line}
          isOpen={open.has(line.node.id)}
          isCurrent={line.node.id === currentId}
          isStop={line.node.id === stopId}
          onFocus={() => focused(line.node.id)}
          onToggle={() => toggle(line.node.id)}
          dragging={drag.of(line.node)}
        />
      ))}
      {drag.isOut && (
        <div className="collection-top" {...drag.of(null)}>
          To the top of the library
        </div>
      )}
    </div>
  )
}

type CollectionLineProps = {
  line: VisibleNode
  isOpen: boolean
  isCurrent: boolean
  isStop: boolean
  onFocus: () => void
  onToggle: () => void
  dragging: TreeDragProps
}

function CollectionLine({ line, isOpen, isCurrent, isStop, onFocus, onToggle, dragging }: CollectionLineProps) {
  const { node, level, position, siblings } = line
  const isFolder = node.scheme === 'folder'
  const mayOpen = hasInside(node)
  const Icon = !isFolder ? IconAlbum : isOpen ? IconFolderOpen : IconFolder

  return (
    <Link
      {...addressOf(node)}
      role="treeitem"
      className="collection-line"
      data-node={node.id}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={isCurrent}
      aria-expanded={mayOpen ? isOpen : undefined}
      tabIndex={isStop ? 0 : -1}
      style={{ paddingInlineStart: 4 + (level - 1) * 18 }}
      onFocus={onFocus}
      {...dragging}
    >
      {/* The arrow keys do the same; this is for the pointer. */}
      <span
        className="collection-toggle"
        data-open={isOpen}
        aria-hidden="true"
        onClick={(event) => {
          if (!mayOpen) return
          event.preventDefault()
          event.stopPropagation()
          onToggle()
        }}
      >
        {mayOpen && <IconChevronRight size={16} stroke={1.8} />}
      </span>
      <Icon size={19} stroke={1.5} aria-hidden="true" />
      <span className="collection-name">{node.name}</span>
      {!isFolder && node.size !== '0' && (
        <span className="collection-size">
          {Number(node.size).toLocaleString()}
          <span className="visually-hidden"> assets</span>
        </span>
      )}
    </Link>
  )
}

function addressOf(node: TreeNode) {
  return node.scheme === 'folder'
    ? ({ to: '/folder/$folderId', params: { folderId: node.id } } as const)
    : ({ to: '/album/$albumId', params: { albumId: node.id } } as const)
}
