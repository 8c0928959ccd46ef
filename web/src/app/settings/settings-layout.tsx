import './settings.css'
import { EmptyState } from '@descant/ui'
import { IconLock } from '@tabler/icons-react'
import { Outlet } from '@tanstack/react-router'
import { LinkButton } from '../../lib/links.tsx'
import { useVisit } from '../../lib/visit.ts'
import { Shell } from '../shell.tsx'
import { SettingsNav } from './settings-nav.tsx'

export function SettingsLayout() {
  const { session } = useVisit()
  if (session.role !== 'admin') {
    return (
      <Shell>
        <title>Settings · Descant</title>
        <EmptyState
          icon={<IconLock size={40} stroke={1.3} />}
          title="Settings are for administrators"
          headingLevel={1}
          action={
            <LinkButton to="/" variant="default">
              Go to the library
            </LinkButton>
          }
        >
          Ask an administrator of {session.account.name} if something here should change.
        </EmptyState>
      </Shell>
    )
  }
  return (
    <Shell>
      <div className="settings">
        <SettingsNav />
        <div className="settings-page">
          <Outlet />
        </div>
      </div>
    </Shell>
  )
}
