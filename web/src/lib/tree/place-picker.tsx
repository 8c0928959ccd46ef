import './place-picker.css'
import type { TreeNode } from '@descant/contract'
import { Input, TextInput } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { IconAlbum, IconCheck, IconChevronRight, IconFolder, IconMinus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { foundNodes } from './found-nodes.ts'
import { standingOf } from './standing-of.ts'
import { useTreeWalk } from './use-tree-walk.ts'
import { foldersAbove, type VisibleNode, visibleNodes } from './visible-nodes.ts'

export type PlacePickerProps = {
  label: string
  description?: string
  nodes: TreeNode[]
  chosen: ReadonlySet<string>
  /** Check boxes: whoever chooses a folder chooses everything in it. */
  several?: boolean
  mayChoose?: (node: TreeNode) => boolean
  onChoose: (node: TreeNode) => void
}

/** Folders and albums to choose from. One stop of the Tab key; arrows walk, space and Enter choose. */
export function PlacePicker(props: PlacePickerProps) {
  const { label, description, nodes, chosen, several = false, mayChoose = () => true, onChoose } = props
  const [text, setText] = useState('')
  const found = useMemo(() => foundNodes(nodes, text), [nodes, text])
  const [open, setOpen] = useState<ReadonlySet<string>>(() => openAtFirst(nodes, chosen))
  const shown = found.open ?? open
  const visible = useMemo(() => visibleNodes(found.nodes, shown), [found.nodes, shown])
  const standing = useMemo(() => standingOf(nodes, chosen, several), [nodes, chosen, several])
  const labelId = useId()

  const choose = (node: TreeNode) => {
    if (standing.get(node.id) !== 'within' && mayChoose(node)) onChoose(node)
  }

  const { tree, stopId, focused, toggle, walk } = useTreeWalk({
    ...{ visible, open: shown, setOpen },
    stops: chosen,
    press: { ' ': choose, Enter: choose },
  })

  return (
    <Input.Wrapper
      label={<span id={labelId}>{label}</span>}
      labelElement="div"
      {...(description !== undefined && { description })}
    >
      <TextInput
        aria-label={`Find in ${label.toLowerCase()}`}
        placeholder="Type to find"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        // Enter would send the form around it
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        mt={6}
        mb={6}
        autoComplete="off"
      />
      <div
        ref={tree}
        role="tree"
        aria-labelledby={labelId}
        aria-multiselectable={several}
        className="place-picker"
        onKeyDown={walk}
        tabIndex={-1}
      >
        {visible.length === 0 && <span className="place-line">Nothing of that name</span>}
        {visible.map((line) => (
          <PlaceLine
            key={line.node.id}
            line={line}
            several={several}
            standing={standing.get(line.node.id) ?? 'no'}
            isPossible={mayChoose(line.node)}
            isOpen={shown.has(line.node.id)}
            isStop={line.node.id === stopId}
            onFocus={() => focused(line.node.id)}
            onToggle={() => toggle(line.node.id)}
            onChoose={() => choose(line.node)}
          />
        ))}
      </div>
    </Input.Wrapper>
  )
}

function PlaceLine({
  line: { node, level, position, siblings },
  several,
  standing,
  isPossible,
  isOpen,
  isStop,
  onFocus,
  onToggle,
  onChoose,
}: {
  line: VisibleNode
  several: boolean
  standing: 'chosen' | 'within' | 'around' | 'no'
  isPossible: boolean
  isOpen: boolean
  isStop: boolean
  onFocus: () => void
  onToggle: () => void
  onChoose: () => void
}) {
  const hasInside = (node.children?.length ?? 0) > 0
  const Icon = node.scheme === 'folder' ? IconFolder : IconAlbum
  const isIn = standing === 'chosen' || standing === 'within'
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the tree's
    <div
      role="treeitem"
      className="place-line"
      data-node={node.id}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      {...(several
        ? { 'aria-checked': isIn ? true : standing === 'around' ? ('mixed' as const) : false }
        : { 'aria-selected': isIn })}
      aria-disabled={!isPossible || standing === 'within'}
      aria-expanded={hasInside ? isOpen : undefined}
      tabIndex={isStop ? 0 : -1}
      style={{ paddingInlineStart: 4 + (level - 1) * 18 }}
      onFocus={onFocus}
      onClick={onChoose}
    >
      {/* The arrow keys do the same; this is for the pointer. */}
      <span
        className="place-toggle"
        data-open={isOpen}
        aria-hidden="true"
        onClick={(event) => {
          if (!hasInside) return
          event.stopPropagation()
          onToggle()
        }}
      >
        {hasInside && <IconChevronRight size={17} stroke={1.8} />}
      </span>
      {several && (
        <span className="place-box" aria-hidden="true">
          {isIn && <IconCheck size={15} stroke={3} />}
          {standing === 'around' && <IconMinus size={15} stroke={3} />}
        </span>
      )}
      <Icon size={19} stroke={1.5} aria-hidden="true" />
      <span className="place-name">{node.name}</span>
    </div>
  )
}

/** The first level where there is one folder alone, and whatever stands around what is chosen. */
function openAtFirst(nodes: TreeNode[], chosen: ReadonlySet<string>): ReadonlySet<string> {
  const around = [...chosen].flatMap((id) => foldersAbove(nodes, id).map((folder) => folder.id))
  return new Set([...around, ...(nodes.length === 1 ? nodes.map(({ id }) => id) : [])])
}
