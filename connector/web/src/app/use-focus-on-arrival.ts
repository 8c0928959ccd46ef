import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** On another page the heading gets the focus if what had it is gone: a reader says where one is, and Tab goes on from there. */
export function useFocusOnArrival(): void {
  const router = useRouter()

  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged }) => {
        if (!pathChanged) return
        requestAnimationFrame(() => {
          const isLost = document.activeElement === null || document.activeElement === document.body
          if (isLost) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
        })
      }),
    [router],
  )
}
