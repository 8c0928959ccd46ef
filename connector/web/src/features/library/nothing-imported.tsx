import { EmptyState } from '@descant/ui'
import { IconPhotoDown } from '@tabler/icons-react'
import type { Session } from '../../../../src/api/session-wire.ts'
import { LinkButton } from '../../lib/links.tsx'

/** What "DAM Import" says before the first file: where files come from, and who can see to it. */
export function NothingImported({ session }: { session: Session }) {
  const maySet = session.user.role === 'admin' && session.account.damSettings
  return (
    <EmptyState
      icon={<IconPhotoDown size={40} stroke={1.3} />}
      title="No files from your DAM yet"
      action={
        maySet ? (
          <LinkButton to="/settings/dam">Open DAM settings</LinkButton>
        ) : (
          <LinkButton to="/activity" variant="default">
            See what is going on
          </LinkButton>
        )
      }
    >
      {maySet
        ? 'Connect your Canto library and choose a keyword: every file that carries it appears here, ready to print.'
        : 'Files appear here by themselves once an administrator of your account has connected the DAM and a file there carries the agreed keyword.'}
    </EmptyState>
  )
}
