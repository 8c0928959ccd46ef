import { useEffect, useLayoutEffect, useRef } from 'react'

/**
 * When a dialog closes, the focus goes back to what opened it. That may have been a menu, which is gone by then: to the
 * button of that menu; or another dialog: to what opened that one; else to the heading of the page.
 */
export function useReturnedFocus(opened: boolean): void {
  const wasOpened = useRef(false)
  const openers = useRef<HTMLElement[]>([])
  // while it is drawn and not after: a menu is gone by then
  if (opened && !wasOpened.current) openers.current = openersNow()

  useLayoutEffect(() => {
    wasOpened.current = opened
  }, [opened])

  useEffect(() => {
    if (!opened) return
    const mine = openers.current
    shown = mine
    return () => {
      if (shown === mine) shown = []
      const page = document
      const atClose = page.activeElement
      // when the dialog has let go of the focus, and only where nothing else has taken it
      window.setTimeout(() => {
        const now = page.activeElement
        if (now === null || now === page.body || now === atClose) focusFirst(page, mine)
      }, 10)
    }
  }, [opened])
}

/** What opened the dialog that is shown, the nearest first. */
let shown: HTMLElement[] = []

function openersNow(): HTMLElement[] {
  const active = document.activeElement
  // a button that waits has let go of the focus
  if (!(active instanceof HTMLElement) || active === document.body) return shown
  const menu = active.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  const opener = menu ? document.getElementById(menu) : active
  return opener === null ? shown : [opener, ...shown]
}

function focusFirst(page: Document, elements: HTMLElement[]): void {
  const there = elements.find((element) => element.isConnected)
  const target = there ?? page.querySelector<HTMLElement>('main h1')
  target?.focus({ preventScroll: true })
}
