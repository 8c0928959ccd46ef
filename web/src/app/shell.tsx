import { AppFrame } from '@descant/ui'
import { Menu } from '@mantine/core'
import { IconSettings, IconTrash, IconUser } from '@tabler/icons-react'
import { Link, useLocation, useNavigate, useRouteContext } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { SearchBox } from '../features/library/search-box.tsx'
import { useMayEdit, useVisit } from '../lib/visit.ts'
import { useChooseSuggestion } from './use-choose-suggestion.ts'

export type ShellProps = {
  nav?: ReactNode
  navLabel?: string
  /** What the search box shows, and what it does; without it, searching leads to the library. */
  text?: string
  onSearch?: (text: string, how: 'typing' | 'submitted') => void
  /** What choosing a suggested keyword or tag does; without it, it leads to the library. */
  onNarrow?: (by: 'keyword' | 'tags', value: string) => void
  children: ReactNode
}

/** The frame around every page of somebody who is signed in. */
export function Shell({ nav, navLabel, text = '', onSearch, onNarrow, children }: ShellProps) {
  const { session } = useVisit()
  const { keeper } = useRouteContext({ from: '/signed-in' })
  const mayEdit = useMayEdit()
  const navigate = useNavigate()
  const { href } = useLocation()
  const { user, role } = session

  const searchLibrary = (asked: string, how: 'typing' | 'submitted') => {
    if (how === 'submitted' && asked !== '') void navigate({ to: '/', search: { q: asked } })
  }
  const narrowLibrary = (by: 'keyword' | 'tags', value: string) => void navigate({ to: '/', search: { [by]: [value] } })
  const choose = useChooseSuggestion(onNarrow ?? narrowLibrary)
  // A new page, not a route: everything this person loaded leaves the memory.
  const signOut = async () => {
    await keeper.signOut()
    window.location.assign('/sign-in')
  }

  return (
    <AppFrame
      product="Descant"
      onHome={() => void navigate({ to: '/' })}
      user={{ name: [user.firstName, user.lastName].join(' ').trim() || user.name || user.email, email: user.email }}
      onSignOut={() => void signOut()}
      menu={
        <>
          {mayEdit && (
            <Menu.Item component={Link} to="/trash" leftSection={<IconTrash size={18} stroke={1.6} />}>
              Trash
            </Menu.Item>
          )}
          <Menu.Item component={Link} to="/profile" leftSection={<IconUser size={18} stroke={1.6} />}>
            Profile
          </Menu.Item>
          {role === 'admin' && (
            <Menu.Item component={Link} to="/settings" leftSection={<IconSettings size={18} stroke={1.6} />}>
              Settings
            </Menu.Item>
          )}
        </>
      }
      tools={<SearchBox text={text} onSearch={onSearch ?? searchLibrary} onChoose={choose} />}
      nav={nav}
      {...(navLabel !== undefined && { navLabel })}
      place={href}
    >
      {children}
    </AppFrame>
  )
}
