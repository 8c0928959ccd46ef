import { EmptyState } from '@descant/ui'
import { IconLock, IconPlugConnected } from '@tabler/icons-react'

/** Who can help, for those who cannot change the settings themselves. */
export function MayNotSet({ refusal, account }: { refusal: 'feature-off' | 'not-an-admin'; account: string }) {
  if (refusal === 'feature-off') {
    return (
      <EmptyState icon={<IconPlugConnected size={40} stroke={1.3} />} title="DAM settings are not activated">
        Importing from a DAM has to be activated for {account} first. Ask your contact at the print platform, or whoever
        runs this installation, to activate it.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<IconLock size={40} stroke={1.3} />} title="Only administrators can change this">
      Ask an administrator of {account} to set up the DAM.
    </EmptyState>
  )
}
