import { useState } from 'react'

/**
 * What a form began with, as it was when it opened. Others change things meanwhile: what somebody left alone is what
 * they saw, and must not be written over what has come since.
 */
export function useAsOpened<Value>(opened: boolean, now: Value | undefined): Value | undefined {
  const [held, setHeld] = useState<{ opened: boolean; value: Value | undefined }>({ opened: false, value: undefined })
  // closed it keeps what it showed, while it fades
  if (opened !== held.opened) setHeld({ opened, value: opened ? now : held.value })
  else if (opened && held.value === undefined && now !== undefined) setHeld({ opened, value: now })
  return held.value
}
