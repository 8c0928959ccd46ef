import './suggestion-list.css'
import type { SuggestionEntry } from '@descant/contract'
import { SchemeIcon } from '@descant/ui'
import { IconAlbum, IconFolder, IconKey, IconTag } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { schemeWords } from '../../lib/scheme-words.ts'

/** What may be chosen instead of typing on. The focus stays in the field; `active` is what Enter would choose. */
export function SuggestionList({
  id,
  suggestions,
  active,
  onChoose,
}: {
  id: string
  suggestions: readonly SuggestionEntry[]
  /** −1: none. */
  active: number
  onChoose: (suggestion: SuggestionEntry) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active >= 0) list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  return (
    // The focus never leaves the field, whose keys do all that a press of the pointer does here.
    <div ref={list} id={id} role="listbox" aria-label="Suggestions" className="suggestions" tabIndex={-1}>
      {suggestions.map((suggestion, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys, as a combobox's does
        <div
          key={keyOf(suggestion)}
          id={optionId(id, at)}
          role="option"
          aria-selected={at === active}
          tabIndex={-1}
          className="suggestion"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
        >
          <SuggestionIcon suggestion={suggestion} />
          <span className="suggestion-value">{suggestion.value}</span>
          <span className="suggestion-about">{aboutOf(suggestion)}</span>
        </div>
      ))}
    </div>
  )
}

export const optionId = (list: string, at: number): string => `${list}-${at}`

const keyOf = (suggestion: SuggestionEntry): string =>
  `${suggestion.kind} ${'id' in suggestion ? suggestion.id : suggestion.value}`

function SuggestionIcon({ suggestion }: { suggestion: SuggestionEntry }) {
  const drawn = { size: 18, stroke: 1.6, 'aria-hidden': true } as const
  switch (suggestion.kind) {
    case 'keyword':
      return <IconKey {...drawn} />
    case 'tag':
      return <IconTag {...drawn} />
    case 'album':
      return <IconAlbum {...drawn} />
    case 'folder':
      return <IconFolder {...drawn} />
    case 'asset':
      return <SchemeIcon scheme={suggestion.scheme} size={18} />
  }
}

/** What it is, and how much there is of it. */
function aboutOf(suggestion: SuggestionEntry): string {
  const { kind, count } = suggestion
  if (kind === 'asset') return schemeWords[suggestion.scheme].one
  const where = 'within' in suggestion && suggestion.within !== '' ? ` in ${suggestion.within}` : ''
  return `${kindWords[kind]}${where} · ${count.toLocaleString()}`
}

const kindWords = { keyword: 'Keyword', tag: 'Tag', album: 'Album', folder: 'Folder' }
