import { type RenderResult, render } from '@testing-library/react'
import { type UserEvent, userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { DescantTheme } from '../theme/descant-theme.tsx'

export { cleanup, screen } from '@testing-library/react'

/** A component in our theme, and a person in front of it. */
export function renderThemed(component: ReactNode): RenderResult & { person: UserEvent } {
  fillBrowserGaps()
  const person = userEvent.setup()
  return { person, ...render(<DescantTheme env="test">{component}</DescantTheme>) }
}

/** What jsdom leaves out and Mantine asks for. Nothing is ever laid out, so nothing matches and nothing resizes. */
function fillBrowserGaps(): void {
  window.matchMedia ??= (media) =>
    Object.assign(new EventTarget(), {
      media,
      matches: false,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    })
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  Element.prototype.scrollIntoView ??= () => {}
  window.scrollTo = () => {}
}
