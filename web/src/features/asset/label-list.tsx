import { CloseButton } from '@mantine/core'
import { useRef } from 'react'

/** Tags or keywords as words; each can be taken off where one may. */
export function LabelList({
  labels,
  noun,
  onRemove,
}: {
  labels: string[]
  noun: 'tag' | 'keyword'
  onRemove: ((label: string) => void) | null
}) {
  const list = useRef<HTMLUListElement>(null)
  if (labels.length === 0) return <p className="label-none">No {noun}s yet.</p>

  const remove = (label: string, index: number) => {
    onRemove?.(label)
    // The button under the focus goes away: hand it to a neighbour.
    const buttons = list.current?.querySelectorAll('button')
    const next = buttons?.[index + 1] ?? buttons?.[index - 1]
    next?.focus()
  }

  return (
    <ul className="label-list" ref={list} aria-label={noun === 'tag' ? 'Tags' : 'Keywords'}>
      {labels.map((label, index) => (
        <li key={label} className="label" data-kind={noun}>
          <span>{label}</span>
          {onRemove !== null && (
            <CloseButton
              size={24}
              variant="transparent"
              aria-label={`Remove ${noun} ${label}`}
              onClick={() => remove(label, index)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
