import { ActionIcon, Group, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Neighbours } from '../use-neighbours.ts'

/** To the assets beside this one in the list one came from. The arrow keys do the same. */
export function NeighbourButtons({ before, after, place }: Neighbours & { place: { number: number; of: number } }) {
  return (
    <Group gap={6} wrap="nowrap" role="group" aria-label="In the list">
      <Text size="sm" c="dimmed" mr={4} style={{ whiteSpace: 'nowrap' }}>
        {place.number.toLocaleString()} of {place.of.toLocaleString()}
      </Text>
      <Go label="Previous asset" keys="ArrowLeft" to={before}>
        <IconChevronLeft size={20} stroke={1.7} />
      </Go>
      <Go label="Next asset" keys="ArrowRight" to={after}>
        <IconChevronRight size={20} stroke={1.7} />
      </Go>
    </Group>
  )
}

function Go({
  label,
  keys,
  to,
  children,
}: {
  label: string
  keys: string
  to: (() => void) | null
  children: ReactNode
}) {
  return (
    <ActionIcon
      variant="default"
      size={34}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={label}
      // stays a stop of the keyboard at the end of the list, so that the focus is not lost
      aria-disabled={to === null}
      {...(to === null && { 'data-disabled': true })}
      onClick={() => to?.()}
    >
      {children}
    </ActionIcon>
  )
}
