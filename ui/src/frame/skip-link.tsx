import type { MouseEvent } from 'react'

export const mainId = 'main'

/** First stop of the keyboard: over the header, to what the page is about. Leaves the address alone. */
export function SkipLink() {
  return (
    <a className="skip-link" href={`#${mainId}`} onClick={skip}>
      Skip to content
    </a>
  )
}

function skip(event: MouseEvent) {
  event.preventDefault()
  document.getElementById(mainId)?.focus()
}
