import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/**
 * When a person went to another page and what had the focus went away with the old one, the new page's heading gets
 * it: a reader says where one is, and Tab goes on from there.
 */
export function useFocusOnArrival(): void {
  const router = useRouter()

  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged }) => {
        if (!pathChanged) return
        requestAnimationFrame(() => {
          if (isLost(document.activeElement))
            document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
        })
      }),
    [router],
  )
}

/** A dialog that led to another page is about to go, and the focus with it. */
const isLost = (focused: Element | null): boolean =>
  focused === null || focused === document.body || focused.closest('[role="dialog"]') !== null
