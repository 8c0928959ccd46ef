import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'

/** The buttons at the end of a row. */
export function RowActions({ children }: { children: ReactNode }) {
  return (
    <Group gap="xs" wrap="nowrap" display="inline-flex">
      {children}
    </Group>
  )
}

/** `of`: what the row is about, for those who do not see the row. */
export function RowAction({
  children,
  of,
  danger = false,
  onClick,
}: {
  children: string
  of: string
  danger?: boolean
  onClick: () => void
}) {
  return (
    <Button
      size="xs"
      variant={danger ? 'subtle' : 'default'}
      {...(danger && { color: 'red' })}
      aria-label={`${children} ${of}`}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}
