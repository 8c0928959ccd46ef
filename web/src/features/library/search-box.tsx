import './search-box.css'
import type { SuggestionEntry } from '@descant/contract'
import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { optionId, SuggestionList } from './suggestion-list.tsx'
import { useCombobox } from './use-combobox.ts'
import { useSuggestions } from './use-suggestions.ts'

const pauseMs = 350

/**
 * Asks on Enter, and by itself when the typing pauses; suggests meanwhile what there is. `text` is what the address
 * says.
 */
export function SearchBox({
  text,
  onSearch,
  onChoose,
  label = 'Search the library',
}: {
  text: string
  /** `typing`: the person may not be done yet. */
  onSearch: (text: string, how: 'typing' | 'submitted') => void
  onChoose: (suggestion: SuggestionEntry) => void
  label?: string
}) {
  const [typed, setTyped] = useState(text)
  /** What suggestions are for; `null`: nobody types. */
  const [typing, setTyping] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const listId = useId()

  const suggestions = useSuggestions(typing)
  const combobox = useCombobox(suggestions, (suggestion) => {
    clearTimeout(pause.current)
    setTyping(null)
    setTyped('')
    onChoose(suggestion)
  })

  // The address changed by other means: Back, a link, "clear search".
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(text)
  }, [text])
  useEffect(() => () => clearTimeout(pause.current), [])

  const search = (value: string, how: 'typing' | 'submitted') => {
    clearTimeout(pause.current)
    if (how === 'submitted') stopSuggesting()
    if (how === 'submitted' || value.trim() !== text) onSearch(value.trim(), how)
  }
  const stopSuggesting = () => {
    combobox.close()
    setTyping(null)
  }

  return (
    <search className="search-box">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          search(typed, 'submitted')
        }}
      >
        <TextInput
          ref={field}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={combobox.opened}
          aria-controls={combobox.opened ? listId : undefined}
          aria-activedescendant={combobox.active < 0 ? undefined : optionId(listId, combobox.active)}
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          aria-label={label}
          placeholder="Search"
          leftSection={<IconSearch size={18} stroke={1.6} aria-hidden="true" />}
          rightSection={
            typed === '' ? null : (
              <CloseButton
                size="sm"
                aria-label="Clear search"
                onClick={() => {
                  setTyped('')
                  search('', 'submitted')
                  field.current?.focus()
                }}
              />
            )
          }
          value={typed}
          onChange={(event) => {
            const { value } = event.currentTarget
            setTyped(value)
            setTyping(value)
            combobox.open()
            clearTimeout(pause.current)
            pause.current = setTimeout(() => search(value, 'typing'), pauseMs)
          }}
          onKeyDown={combobox.onKeyDown}
          onBlur={stopSuggesting}
        />
      </form>
      {combobox.opened && (
        <SuggestionList id={listId} suggestions={suggestions} active={combobox.active} onChoose={combobox.choose} />
      )}
      <span role="status" className="visually-hidden">
        {combobox.opened && countOf(suggestions.length)}
      </span>
    </search>
  )
}

const countOf = (suggestions: number): string =>
  suggestions === 1 ? '1 suggestion, below' : `${suggestions} suggestions, below`
