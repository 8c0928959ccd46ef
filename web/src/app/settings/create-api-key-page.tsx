import { PageHeading } from '@descant/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ApiKeyForm, emptyApiKey } from '../../features/api-keys/api-key-form.tsx'
import { createApiKey } from '../../features/api-keys/api-keys.ts'
import { useDam } from '../../lib/visit.ts'

export function CreateApiKeyPage() {
  const dam = useDam()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const toList = () => navigate({ to: '/settings/configuration/api/keys' })

  return (
    <>
      <PageHeading title="New API key" about="For one application. It gets an App ID and an App Secret." />
      <ApiKeyForm
        initial={emptyApiKey}
        submitLabel="Finish"
        onSubmit={async (fields) => {
          await createApiKey(dam, fields)
          await queries.invalidateQueries({ queryKey: ['api-keys'] })
          await toList()
        }}
        onCancel={() => void toList()}
      />
    </>
  )
}
