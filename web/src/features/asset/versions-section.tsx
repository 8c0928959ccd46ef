import type { ContentDetails, VersionEntry } from '@descant/contract'
import { ActionIcon, Badge, Group, Text, Title } from '@mantine/core'
import { IconDownload, IconEye, IconHistory, IconMessage2 } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useMayEdit } from '../../lib/visit.ts'
import { momentOf } from '../../lib/wire-time.ts'
import type { DownloadInProgress } from './use-download.ts'
import { CommentDialog, RevertDialog } from './version-dialogs.tsx'
import { VersionView } from './version-view.tsx'

/** The file's history, newest first. `action` is where a new version is uploaded. */
export function VersionsSection({
  asset,
  download,
  action,
}: {
  asset: ContentDetails
  download: DownloadInProgress
  action: ReactNode
}) {
  const mayEdit = useMayEdit()
  const [reverting, setReverting] = useState<VersionEntry | null>(null)
  const [commenting, setCommenting] = useState<VersionEntry | null>(null)
  const [lookedAt, setLookedAt] = useState<VersionEntry | null>(null)

  return (
    <section aria-labelledby="versions-heading">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="versions-heading">
          Versions
        </Title>
        {action}
      </Group>
      <ul className="versions" aria-labelledby="versions-heading">
        {asset.versionHistory.map((version, index) => (
          <li key={version.versionId}>
            <AboutVersion version={version} isCurrent={index === 0} />
            <Group gap={6} wrap="nowrap">
              {asset.versionHistory.length > 1 && (
                <VersionButton
                  label={`Look at version ${version.no}`}
                  icon={<IconEye size={18} stroke={1.6} />}
                  onClick={() => setLookedAt(version)}
                />
              )}
              {mayEdit && (
                <VersionButton
                  label={`Comment on version ${version.no}`}
                  icon={<IconMessage2 size={18} stroke={1.6} />}
                  onClick={() => setCommenting(version)}
                />
              )}
              {mayEdit && index > 0 && (
                <VersionButton
                  label={`Bring back version ${version.no}`}
                  icon={<IconHistory size={18} stroke={1.6} />}
                  onClick={() => setReverting(version)}
                />
              )}
              <VersionButton
                label={`Download version ${version.no}`}
                icon={<IconDownload size={18} stroke={1.6} />}
                busy={download.pending === addressOf(version)}
                onClick={() => download.start(addressOf(version))}
              />
            </Group>
          </li>
        ))}
      </ul>
      <VersionView asset={asset} version={lookedAt} onClose={() => setLookedAt(null)} />
      <RevertDialog asset={asset} version={reverting} onClose={() => setReverting(null)} />
      <CommentDialog asset={asset} version={commenting} onClose={() => setCommenting(null)} />
    </section>
  )
}

function AboutVersion({ version, isCurrent }: { version: VersionEntry; isCurrent: boolean }) {
  return (
    <div>
      <Text fw={600} size="sm">
        Version {version.no}{' '}
        {isCurrent && (
          <Badge size="sm" variant="light" tt="none">
            Current
          </Badge>
        )}
      </Text>
      <Text size="sm" c="dimmed">
        {version.ownerName}, {momentOf(version.created)}
      </Text>
      {version.comment !== undefined && (
        <Text size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          {version.comment}
        </Text>
      )}
    </div>
  )
}

function VersionButton({
  label,
  icon,
  busy = false,
  onClick,
}: {
  label: string
  icon: ReactNode
  busy?: boolean
  onClick: () => void
}) {
  return (
    <ActionIcon variant="default" size="lg" aria-label={label} title={label} loading={busy} onClick={onClick}>
      {icon}
    </ActionIcon>
  )
}

function addressOf({ uri }: VersionEntry): string {
  const { pathname, search } = new URL(uri.download)
  return pathname + search
}
