import './collection-tree.css'
import type { TreeNode } from '@descant/contract'
import { IconAlbum, IconChevronRight, IconFolder, IconFolderOpen } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { hasInside, treeStep } from '../../lib/tree/tree-walk.ts'
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
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const navigate = useNavigate()
  const drag = useTreeDrag(nodes, onMove)
  const tree = useRef<HTMLDivElement>(null)
  const moved = useRef(false)

  const isVisible = (id: string | null) => visible.some(({ node }) => node.id === id)
  const stopId = isVisible(focusedId) ? focusedId : isVisible(currentId) ? currentId : (visible[0]?.node.id ?? null)

  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    tree.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(stopId ?? '')}"]`)?.focus()
  })

  const toggle = (ids: string[], isOpen: boolean) => {
    const next = new Set(open)
    for (const id of ids) isOpen ? next.add(id) : next.delete(id)
    setOpen(next)
  }

  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const at = visible.findIndex(({ node }) => node.id === stopId)
    const here = visible[at]?.node
    if (event.key === ' ' && here !== undefined) {
      event.preventDefault()
      void navigate(addressOf(here))
      return
    }
    const step = treeStep(event.key, at, visible, open)
    if (step === null) return
    event.preventDefault()
    if (step.do === 'open') toggle([step.id], true)
    if (step.do === 'close') toggle([step.id], false)
    if (step.do === 'open-all') toggle(step.ids, true)
    if (step.do === 'go') {
      moved.current = true
      setFocusedId(visible[step.to]?.node.id ?? null)
    }
  }

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
          onFocus={() => setFocusedId(line.node.id)}
          onToggle={() => toggle([line.node.id], !open.has(line.node.id))}
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
