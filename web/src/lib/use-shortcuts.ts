import { useEffect, useRef } from 'react'

/** Answers whether the key was one of its own. */
export type Shortcut = (event: KeyboardEvent) => boolean

/**
 * Keys that count wherever the focus is on the page, unless something nearer uses them: a field, a slider, a player, a
 * menu, a dialog. `first`: before those who listen to the page as a whole.
 */
export function useShortcuts(shortcut: Shortcut, { first = false }: { first?: boolean } = {}): void {
  const latest = useRef(shortcut)
  latest.current = shortcut

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isNearer(event.target)) return
      if (latest.current(event)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown, { capture: first })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: first })
  }, [first])
}

const nearer =
  'input, textarea, select, video, audio, [role="slider"], [role="dialog"], [role="menu"], [role="listbox"], [role="grid"]'

function isNearer(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return true
  return target instanceof Element && target.closest(nearer) !== null
}
