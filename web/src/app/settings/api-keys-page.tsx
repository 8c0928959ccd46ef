import { PageHeading } from '@descant/ui'
import { IconPlus } from '@tabler/icons-react'
import { ApiKeyTable } from '../../features/api-keys/api-key-table.tsx'
import { LinkButton } from '../../lib/links.tsx'

export function ApiKeysPage() {
  return (
    <>
      <PageHeading
        title="API keys"
        about="Applications that may use this library in the name of people who allow it."
        actions={
          <LinkButton
            to="/settings/configuration/api/keys/new"
            leftSection={<IconPlus size={18} stroke={1.8} aria-hidden="true" />}
          >
            Create API Key
          </LinkButton>
        }
      />
      <ApiKeyTable
        renderEdit={({ appId, name }) => (
          <LinkButton
            to="/settings/configuration/api/keys/$appId"
            params={{ appId }}
            size="xs"
            variant="default"
            aria-label={`Edit ${name}`}
          >
            Edit
          </LinkButton>
        )}
      />
    </>
  )
}
