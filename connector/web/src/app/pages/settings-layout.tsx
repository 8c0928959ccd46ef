import { PageHeading } from '@descant/ui'
import { Tabs } from '@mantine/core'
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { product } from '../../lib/product.ts'

export function SettingsLayout() {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const tab = pathname.startsWith('/settings/dam') ? 'dam' : 'account'
  return (
    <div className="settings-page">
      <PageHeading title="Settings" product={product} />
      <Tabs
        value={tab}
        onChange={(value) => void navigate({ to: value === 'dam' ? '/settings/dam' : '/settings/account' })}
      >
        <Tabs.List mb="lg" aria-label="Settings">
          <Tabs.Tab value="account">Account</Tabs.Tab>
          <Tabs.Tab value="dam">DAM settings</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={tab}>
          <Outlet />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
