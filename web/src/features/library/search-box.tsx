import './search-box.css'
import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'

const pauseMs = 350

/** Asks on Enter, and by itself when the typing pauses. `text` is what the address says. */
export function SearchBox({
  text,
  onSearch,
  label = 'Search the library',
}: {
  text: string
  /** `typing`: the person may not be done yet. */
  onSearch: (text: string, how: 'typing' | 'submitted') => void
  label?: string
}) {
  const [typed, setTyped] = useState(text)
  const field = useRef<HTMLInputElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)

  // The address changed by other means: Back, a link, "clear search".
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(text)
  }, [text])
  useEffect(() => () => clearTimeout(pause.current), [])

  const search = (value: string, how: 'typing' | 'submitted') => {
    clearTimeout(pause.current)
    if (how === 'submitted' || value.trim() !== text) onSearch(value.trim(), how)
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
            clearTimeout(pause.current)
            pause.current = setTimeout(() => search(value, 'typing'), pauseMs)
          }}
        />
      </form>
    </search>
  )
}
