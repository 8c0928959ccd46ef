import { PageHeading } from '@descant/ui'
import { SettingsSwitches } from '../../features/library-settings/settings-switches.tsx'

export function RulesPage() {
  return (
    <>
      <PageHeading title="Approval and rights" about="What holds for every asset of this library." />
      <SettingsSwitches />
    </>
  )
}
