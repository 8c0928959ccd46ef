import { ActionIcon, Group } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconLayoutGrid, IconList } from '@tabler/icons-react'
import type { ReactNode } from 'react'

export type ListView = 'tiles' | 'rows'

/** How somebody likes to see lists, kept in the browser. */
export function useListView() {
  return useLocalStorage<ListView>({
    key: 'descant-list-view',
    defaultValue: 'tiles',
    getInitialValueInEffect: false,
    deserialize: (kept) => (kept === 'rows' ? 'rows' : 'tiles'),
    serialize: (view) => view,
  })
}

export function ViewChoice({ view, onChange }: { view: ListView; onChange: (view: ListView) => void }) {
  return (
    <Group gap={2} wrap="nowrap" role="group" aria-label="View">
      <Choice label="As tiles" pressed={view === 'tiles'} onClick={() => onChange('tiles')}>
        <IconLayoutGrid size={18} stroke={1.6} />
      </Choice>
      <Choice label="As a list" pressed={view === 'rows'} onClick={() => onChange('rows')}>
        <IconList size={18} stroke={1.6} />
      </Choice>
    </Group>
  )
}

function Choice({
  label,
  pressed,
  onClick,
  children,
}: {
  label: string
  pressed: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <ActionIcon
      variant={pressed ? 'light' : 'subtle'}
      color={pressed ? 'verdigris' : 'gray'}
      size={36}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  )
}
