import { CopyField, PageHeading } from '@descant/ui'
import { Stack } from '@mantine/core'

/** What a developer needs to know of this installation. */
export function ApiPage() {
  const { origin } = window.location
  return (
    <>
      <PageHeading title="API" about="Where applications find this library. It speaks the Canto API v1." />
      <Stack maw={560}>
        <CopyField label="API address" value={`${origin}/api/v1`} />
        <CopyField label="OAuth authorize" value={`${origin}/oauth/api/oauth2/authorize`} />
        <CopyField label="OAuth token" value={`${origin}/oauth/api/oauth2/token`} />
      </Stack>
    </>
  )
}
