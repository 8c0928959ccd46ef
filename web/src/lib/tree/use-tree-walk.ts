import type { TreeNode } from '@descant/contract'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { treeStep } from './tree-walk.ts'
import type { VisibleNode } from './visible-nodes.ts'

export type TreeWalk = {
  /** Of the element whose lines carry their node's id as `data-node`. */
  tree: RefObject<HTMLDivElement | null>
  /** The line that the Tab key comes to. */
  stopId: string | null
  focused(id: string): void
  toggle(id: string): void
  walk(event: KeyboardEvent): void
}

/** A tree as one stop of the Tab key: arrows walk and open, and what else a key does with a node `press` says. */
export function useTreeWalk({
  visible,
  open,
  setOpen,
  stops,
  press,
}: {
  visible: VisibleNode[]
  open: ReadonlySet<string>
  setOpen: (open: ReadonlySet<string>) => void
  /** Where Tab goes as long as nobody was in the tree: the first of these that is visible. */
  stops: Iterable<string | null>
  /** Keys by name. */
  press: Record<string, (node: TreeNode) => void>
}): TreeWalk {
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  const isVisible = (id: string | null | undefined) => visible.some(({ node }) => node.id === id)
  const stopId = [focusedId, ...stops, visible[0]?.node.id].find(isVisible) ?? null

  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    tree.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(stopId ?? '')}"]`)?.focus()
  })

  const show = (ids: readonly string[], isOpen: boolean) => {
    const next = new Set(open)
    for (const id of ids) isOpen ? next.add(id) : next.delete(id)
    setOpen(next)
  }

  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const at = visible.findIndex(({ node }) => node.id === stopId)
    const here = visible[at]?.node
    const pressed = press[event.key]
    if (pressed !== undefined && here !== undefined) {
      event.preventDefault()
      pressed(here)
      return
    }
    const step = treeStep(event.key, at, visible, open)
    if (step === null) return
    event.preventDefault()
    if (step.do === 'open') show([step.id], true)
    if (step.do === 'close') show([step.id], false)
    if (step.do === 'open-all') show(step.ids, true)
    if (step.do === 'go') {
      moved.current = true
      setFocusedId(visible[step.to]?.node.id ?? null)
    }
  }

  return { tree, stopId, focused: setFocusedId, toggle: (id) => show([id], !open.has(id)), walk }
}
