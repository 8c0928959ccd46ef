import { CopyField, FailedState, LoadingState, PageHeading } from '@descant/ui'
import { Stack } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ApiKeyForm } from '../../features/api-keys/api-key-form.tsx'
import { apiKeyQuery, updateApiKey } from '../../features/api-keys/api-keys.ts'
import { useDam } from '../../lib/visit.ts'

const route = getRouteApi('/signed-in/settings/configuration/api/keys/$appId')

export function EditApiKeyPage() {
  const dam = useDam()
  const { appId } = route.useParams()
  const key = useQuery({ ...apiKeyQuery(dam, appId), refetchOnWindowFocus: false })
  const queries = useQueryClient()
  const navigate = useNavigate()
  const toList = () => navigate({ to: '/settings/configuration/api/keys' })

  if (key.isPending) return <LoadingState />
  if (key.isError) return <FailedState error={key.error} onRetry={() => void key.refetch()} />
  const { name, redirectUri, website, logoUrl, clientCredentials, appSecret } = key.data
  return (
    <>
      <PageHeading title={name} about="What the application needs, and what it tells about itself." />
      <Stack maw={560} mb="xl">
        <CopyField label="App ID" value={appId} />
        <CopyField
          label="App Secret"
          value={appSecret}
          secret
          description="Whoever has it can act as this application. Give it to nobody else."
        />
      </Stack>
      <ApiKeyForm
        initial={{ name, redirectUri, website, logoUrl, clientCredentials }}
        submitLabel="Save"
        onSubmit={async (fields) => {
          await updateApiKey(dam, appId, fields)
          await queries.invalidateQueries({ queryKey: ['api-keys'] })
          await toList()
        }}
        onCancel={() => void toList()}
      />
    </>
  )
}
