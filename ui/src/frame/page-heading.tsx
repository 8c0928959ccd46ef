import { Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** The page's one h1, its document title, and what can be done here. */
export function PageHeading({
  title,
  product = 'Descant',
  about,
  actions,
}: {
  title: string
  product?: string
  /** A sentence under the heading. */
  about?: ReactNode
  actions?: ReactNode
}) {
  return (
    <Group justify="space-between" align="flex-start" gap="md" mb="lg" className="page-heading">
      <title>{`${title} · ${product}`}</title>
      <div style={{ minWidth: 0, flex: '1 1 280px' }}>
        <Title order={1} size="h2" tabIndex={-1} style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        {about !== undefined && (
          <Text c="dimmed" mt={4} component="div">
            {about}
          </Text>
        )}
      </div>
      {actions !== undefined && <Group gap="sm">{actions}</Group>}
    </Group>
  )
}
