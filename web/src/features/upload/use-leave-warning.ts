import { useEffect } from 'react'

/** Closing the page would cut off what is on its way: the browser asks first. */
export function useLeaveWarning(underWay: boolean): void {
  useEffect(() => {
    if (!underWay) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [underWay])
}
