import { useEffect } from 'react'

/** Escape leaves the page, unless it has something nearer to leave: a dialog, a menu, a field one is typing in. */
export function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest(nearer) !== null) return
      onEscape()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [onEscape])
}

const nearer = 'input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]'
