import './api-key-table.css'
import type { ApiKeyEntry } from '@descant/contract'
import { ConfirmDialog, DataTable, EmptyState, FailedState, LoadingState } from '@descant/ui'
import { Button, Group, Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useDam } from '../../lib/visit.ts'
import { dayOf } from '../../lib/wire-time.ts'
import { apiKeysQuery, revokeApiKey } from './api-keys.ts'

/** The applications that may speak to this library. */
export function ApiKeyTable({ renderEdit }: { renderEdit: (apiKey: ApiKeyEntry) => ReactNode }) {
  const dam = useDam()
  const queries = useQueryClient()
  const keys = useQuery(apiKeysQuery(dam))
  const [revoking, setRevoking] = useState<ApiKeyEntry | null>(null)

  if (keys.isPending) return <LoadingState />
  if (keys.isError) return <FailedState error={keys.error} onRetry={() => void keys.refetch()} />
  if (keys.data.results.length === 0) {
    return (
      <EmptyState icon={<IconKey size={40} stroke={1.3} />} title="No API keys yet">
        An API key lets another application use this library in the name of a person who allows it.
      </EmptyState>
    )
  }
  return (
    <>
      <DataTable
        label="API keys"
        rows={keys.data.results}
        rowKey={({ appId }) => appId}
        columns={[
          { header: 'Name', rowHeader: true, cell: ({ name }) => name },
          { header: 'App ID', cell: ({ appId }) => <span className="app-id">{appId}</span> },
          { header: 'Redirect URL', cell: ({ redirectUri }) => redirectUri },
          { header: 'Created', cell: (key) => <Created apiKey={key} /> },
          { header: 'Last used', cell: ({ lastUsed }) => (lastUsed === null ? 'Never' : dayOf(lastUsed)) },
          {
            header: 'Actions',
            quietHeader: true,
            align: 'end',
            cell: (key) => (
              <Group gap="xs" wrap="nowrap" display="inline-flex">
                {renderEdit(key)}
                <Button
                  size="xs"
                  variant="subtle"
                  color="red"
                  aria-label={`Revoke ${key.name}`}
                  onClick={() => setRevoking(key)}
                >
                  Revoke
                </Button>
              </Group>
            ),
          },
        ]}
      />
      <ConfirmDialog
        opened={revoking !== null}
        title={`Revoke ${revoking?.name ?? ''}?`}
        confirmLabel="Revoke"
        danger
        onClose={() => setRevoking(null)}
        onConfirm={async () => {
          if (revoking === null) return
          await revokeApiKey(dam, revoking.appId)
          await queries.invalidateQueries({ queryKey: ['api-keys'] })
        }}
      >
        The application loses its access at once. This cannot be undone; it would need a new key.
      </ConfirmDialog>
    </>
  )
}

function Created({ apiKey }: { apiKey: ApiKeyEntry }) {
  return (
    <>
      {dayOf(apiKey.created)}
      <Text size="xs" c="dimmed">
        {apiKey.createdBy}
      </Text>
    </>
  )
}
