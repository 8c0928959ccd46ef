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
          const lost = document.activeElement === null || document.activeElement === document.body
          if (lost) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
        })
      }),
    [router],
  )
}
