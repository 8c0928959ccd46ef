import './api-key-table.css'
import type { ApiKeyEntry } from '@descant/contract'
import { ConfirmDialog, DataTable, EmptyState, RowAction, RowActions } from '@descant/ui'
import { Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Answered } from '../../lib/answered.tsx'
import { useDam } from '../../lib/visit.ts'
import { dayOf } from '../../lib/wire-time.ts'
import { apiKeysQuery, revokeApiKey } from './api-keys.ts'

/** The applications that may speak to this library. */
export function ApiKeyTable({ renderEdit }: { renderEdit: (apiKey: ApiKeyEntry) => ReactNode }) {
  const dam = useDam()
  const queries = useQueryClient()
  const keys = useQuery(apiKeysQuery(dam))
  const [revoking, setRevoking] = useState<ApiKeyEntry | null>(null)

  return (
    <>
      <Answered question={keys}>
        {({ results }) =>
          results.length === 0 ? (
            <EmptyState icon={<IconKey size={40} stroke={1.3} />} title="No API keys yet">
              An API key lets another application use this library in the name of a person who allows it.
            </EmptyState>
          ) : (
            <DataTable
              label="API keys"
              rows={results}
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
                    <RowActions>
                      {renderEdit(key)}
                      <RowAction of={key.name} danger onClick={() => setRevoking(key)}>
                        Revoke
                      </RowAction>
                    </RowActions>
                  ),
                },
              ]}
            />
          )
        }
      </Answered>
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
