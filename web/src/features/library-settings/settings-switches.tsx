import type { AccountSettings } from '@descant/contract'
import { sentenceOf } from '@descant/ui'
import { Alert, Stack, Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Answered } from '../../lib/answered.tsx'
import { librarySettingsQuery } from '../../lib/api/library-settings.ts'
import { useDam } from '../../lib/visit.ts'

const switches: { name: keyof AccountSettings; label: string; description: string }[] = [
  {
    name: 'approvalProcess',
    label: 'Approval process',
    description: 'New uploads are pending until somebody approves them. Consumers see only what is approved.',
  },
  {
    name: 'drm',
    label: 'Rights management',
    description: 'Assets have a copyright and terms, and whoever downloads accepts the terms first.',
  },
  {
    name: 'metadataInDownloads',
    label: 'Metadata in downloads',
    description:
      'Downloaded files carry the description, author, copyright and keywords as the library has them. Originals stay as they are.',
  },
  {
    name: 'newKeywordsFromFiles',
    label: 'New keywords from files',
    description: 'Keywords in uploaded files extend the vocabulary. Otherwise those it lacks become tags.',
  },
]

/** What holds for the whole library. Each switch counts at once. */
export function SettingsSwitches() {
  const dam = useDam()
  const queries = useQueryClient()
  const settings = useQuery(librarySettingsQuery(dam))
  const change = useMutation({
    mutationFn: (body: Partial<AccountSettings>) =>
      dam.web.json<AccountSettings>('/web/v1/settings', { method: 'PUT', body }),
    onSuccess: async (changed) => {
      queries.setQueryData(librarySettingsQuery(dam).queryKey, changed)
      await Promise.all(['assets', 'asset'].map((name) => queries.invalidateQueries({ queryKey: [name] })))
    },
  })

  return (
    <Answered question={settings}>
      {(now) => (
        <Stack maw={560} gap="lg">
          {switches.map(({ name, label, description }) => (
            <Switch
              key={name}
              label={label}
              description={description}
              checked={change.variables?.[name] !== undefined && change.isPending ? change.variables[name] : now[name]}
              onChange={(event) => change.mutate({ [name]: event.currentTarget.checked })}
            />
          ))}
          {change.isError && (
            <Alert color="red" role="alert">
              {sentenceOf(change.error)}
            </Alert>
          )}
        </Stack>
      )}
    </Answered>
  )
}
