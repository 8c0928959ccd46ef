import { Menu, Text, UnstyledButton } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { initialsOf } from './initials.ts'

export type FrameUser = { name: string; email: string }

/** The initials at the top right. `children` are Menu.Items above "Sign out". */
export function UserMenu({
  user,
  onSignOut,
  children,
}: {
  user: FrameUser
  onSignOut: () => void
  children?: ReactNode
}) {
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className="user-button" aria-label={`${initialsOf(user.name)}, account menu of ${user.name}`}>
          {initialsOf(user.name)}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} truncate>
            {user.name}
          </Text>
          <Text size="xs" truncate>
            {user.email}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        {children}
        <Menu.Item leftSection={<IconLogout size={18} stroke={1.6} />} onClick={onSignOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
