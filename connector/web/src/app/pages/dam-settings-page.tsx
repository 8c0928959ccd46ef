import { FailedState, LoadingState } from '@descant/ui'
import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { DamConnection } from '../../features/dam-settings/dam-connection.tsx'
import { DamForm } from '../../features/dam-settings/dam-form.tsx'
import { damSettingsQuery } from '../../features/dam-settings/dam-settings.ts'
import { MayNotSet } from '../../features/dam-settings/may-not-set.tsx'
import { Returned } from '../../features/dam-settings/returned.tsx'

const signedIn = getRouteApi('/signed-in')
const route = getRouteApi('/signed-in/settings/dam')

export function DamSettingsPage() {
  const { session } = signedIn.useRouteContext()
  const { authentication } = route.useSearch()
  const navigate = route.useNavigate()
  const settings = useQuery(damSettingsQuery)

  if (settings.isPending) return <LoadingState />
  if (settings.isLoadingError) return <FailedState error={settings.error} onRetry={() => void settings.refetch()} />
  const { data } = settings
  if (data.refusal) return <MayNotSet refusal={data.refusal} account={session.account.name} />
  // an address kept from before says nothing about today
  const isNews = authentication && (authentication !== 'granted' || (data.isAuthenticated && !data.fields?.isSaved))
  return (
    <Stack gap="xl">
      {isNews && <Returned outcome={authentication} notice={data.notice} />}
      <DamForm settings={data} onChanged={() => void navigate({ search: {}, replace: true })} />
      {data.connection && <DamConnection connection={data.connection} />}
    </Stack>
  )
}
