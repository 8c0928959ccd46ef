import { IconMaximize, IconMinimize } from '@tabler/icons-react'
import { ToolButton } from './tool-button.tsx'
import type { FullScreen } from './use-full-screen.ts'

export function FullScreenTool({ screen }: { screen: FullScreen }) {
  if (screen === null) return null
  return (
    <ToolButton label={screen.isOn ? 'Leave full screen' : 'Full screen'} keys="F" onClick={screen.toggle}>
      {screen.isOn ? <IconMinimize size={18} stroke={1.7} /> : <IconMaximize size={18} stroke={1.7} />}
    </ToolButton>
  )
}
