import { useEffect, useState } from 'react'

/** True once this has been on the page for a moment: what only flies past while somebody scrolls loads nothing. */
export function useSettled(afterMs = 140): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), afterMs)
    return () => clearTimeout(timer)
  }, [afterMs])
  return settled
}
