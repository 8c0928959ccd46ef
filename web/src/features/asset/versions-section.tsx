import type { VersionEntry } from '@descant/contract'
import { sentenceOf } from '@descant/ui'
import { ActionIcon, Alert, Badge, Group, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDam } from '../../lib/visit.ts'
import { momentOf } from '../../lib/wire-time.ts'
import { versionDownloadUrl } from './download-version.ts'

/** The file's history, newest first. `action` is where a new version is uploaded. */
export function VersionsSection({ versions, action }: { versions: VersionEntry[]; action: ReactNode }) {
  const dam = useDam()
  const download = useMutation({
    mutationFn: (version: VersionEntry) => versionDownloadUrl(dam, version),
    onSuccess: (url) => window.location.assign(url),
  })

  return (
    <section aria-labelledby="versions-heading">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="versions-heading">
          Versions
        </Title>
        {action}
      </Group>
      <ul className="versions" aria-labelledby="versions-heading">
        {versions.map((version, index) => (
          <li key={version.versionId}>
            <div>
              <Text fw={600} size="sm">
                Version {version.no}{' '}
                {index === 0 && (
                  <Badge size="sm" variant="light" tt="none">
                    Current
                  </Badge>
                )}
              </Text>
              <Text size="sm" c="dimmed">
                {version.ownerName}, {momentOf(version.created)}
              </Text>
              {version.comment !== undefined && <Text size="sm">{version.comment}</Text>}
            </div>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={`Download version ${version.no}`}
              title={`Download version ${version.no}`}
              loading={download.isPending && download.variables === version}
              onClick={() => download.mutate(version)}
            >
              <IconDownload size={18} stroke={1.6} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {download.isError && (
        <Alert color="red" role="alert" mt="xs">
          {sentenceOf(download.error)}
        </Alert>
      )}
    </section>
  )
}
