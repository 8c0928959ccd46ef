import { type KeyboardEvent, useEffect, useState } from 'react'

/**
 * The keys of a field with a list of suggestions, as the ARIA authoring practices have them: arrows go through the
 * list and back to what was typed, Enter chooses, Escape closes. Without a choice the field is a plain field.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function useCombobox<Choice>(choices: readonly Choice[], onChoose: (choice: Choice) => void) {
  const [wanted, setWanted] = useState(false)
  const [active, setActive] = useState(-1)
  const opened = wanted && choices.length > 0

  // Other suggestions: what was about to be chosen is not there any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new choices are the reason
  useEffect(() => setActive(-1), [choices])

  const close = () => {
    setWanted(false)
    setActive(-1)
  }
  const choose = (choice: Choice) => {
    close()
    onChoose(choice)
  }
  const move = (by: number) => {
    const places = choices.length + 1 // one of them is the field itself
    setActive(((active + 1 + by + places) % places) - 1)
  }

  return {
    opened,
    active: opened ? active : -1,
    open: () => setWanted(true),
    close,
    choose,
    onKeyDown(event: KeyboardEvent) {
      // a script that is composed uses these keys for itself
      if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
      const chosen = opened ? choices[active] : undefined
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (choices.length === 0) return
        setWanted(true)
        move(event.key === 'ArrowDown' ? 1 : -1)
      } else if (event.key === 'Escape' && opened) close()
      else if (event.key === 'Enter' && chosen !== undefined) choose(chosen)
      else return
      event.preventDefault()
    },
  }
}
