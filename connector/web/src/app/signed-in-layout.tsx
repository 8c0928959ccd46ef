import './app.css'
import { AppFrame } from '@descant/ui'
import { Menu } from '@mantine/core'
import { IconSettings } from '@tabler/icons-react'
import { getRouteApi, Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { signOut } from '../features/session/session.ts'
import { product } from '../lib/product.ts'
import { SideColumn } from './side-column.tsx'
import { useFocusOnArrival } from './use-focus-on-arrival.ts'

const route = getRouteApi('/signed-in')

/** The frame around every page of somebody who is signed in. */
export function SignedInLayout() {
  const { session } = route.useRouteContext()
  const navigate = useNavigate()
  const { href } = useLocation()
  useFocusOnArrival()

  // a new page, not a route: everything this person loaded leaves the memory
  const leave = async () => {
    await signOut()
    window.location.assign('/sign-in')
  }

  return (
    <AppFrame
      product={product}
      onHome={() => void navigate({ to: '/' })}
      user={{ name: session.user.email, email: session.account.name }}
      onSignOut={() => void leave()}
      menu={
        <Menu.Item component={Link} to="/settings" leftSection={<IconSettings size={18} stroke={1.6} />}>
          Settings
        </Menu.Item>
      }
      nav={<SideColumn />}
      place={href}
    >
      <Outlet />
    </AppFrame>
  )
}
