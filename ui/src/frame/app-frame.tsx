import './app-frame.css'
import { Burger, Drawer } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useEffect } from 'react'
import { ColorSchemeToggle } from '../theme/color-scheme-toggle.tsx'
import { Mark } from './mark.tsx'
import { mainId, SkipLink } from './skip-link.tsx'
import { type FrameUser, UserMenu } from './user-menu.tsx'

export type AppFrameProps = {
  product: string
  /** Where the product's name leads. A router may take over the click with `onHome`. */
  homeHref?: string
  onHome?: () => void
  user: FrameUser
  onSignOut: () => void
  /** Menu.Items of the user's menu. */
  menu?: ReactNode
  /** Between the name and the menu: a search box, say. */
  tools?: ReactNode
  /** The side column; behind a button on narrow screens. */
  nav?: ReactNode
  /** What the side column is called. */
  navLabel?: string
  /** Changes when the person went somewhere, so that the drawer gets out of the way. */
  place?: string
  children: ReactNode
}

/** Skip link, header, side column, main: the landmarks of every page behind a sign-in. */
export function AppFrame(props: AppFrameProps) {
  const { product, homeHref = '/', onHome, user, onSignOut, menu, tools, nav, navLabel = 'Navigation', place } = props
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false })
  const [drawerOpen, drawer] = useDisclosure(false)
  const hasNav = nav !== undefined && nav !== null

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is the reason to close
  useEffect(() => drawer.close(), [place, wide])

  return (
    <div className="frame" data-nav={hasNav && wide ? 'beside' : 'none'}>
      <SkipLink />
      <header className="frame-header">
        {hasNav && !wide && (
          <Burger opened={drawerOpen} onClick={drawer.open} size="sm" aria-label={`Show ${navLabel.toLowerCase()}`} />
        )}
        <a
          className="frame-brand"
          href={homeHref}
          onClick={(event) => {
            if (onHome === undefined || event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            onHome()
          }}
        >
          <Mark />
          <span className="frame-name">{product}</span>
        </a>
        <div className="frame-tools">{tools}</div>
        <ColorSchemeToggle />
        <UserMenu user={user} onSignOut={onSignOut}>
          {menu}
        </UserMenu>
      </header>
      {hasNav && wide && (
        <nav className="frame-nav" aria-label={navLabel}>
          {nav}
        </nav>
      )}
      {hasNav && !wide && (
        <Drawer opened={drawerOpen} onClose={drawer.close} title={navLabel} size="min(88vw, 340px)">
          <nav aria-label={navLabel}>{nav}</nav>
        </Drawer>
      )}
      <main className="frame-main" id={mainId} tabIndex={-1}>
        {props.children}
      </main>
    </div>
  )
}
