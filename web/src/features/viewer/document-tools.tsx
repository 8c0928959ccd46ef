import {
  IconArrowAutofitHeight,
  IconArrowAutofitWidth,
  IconChevronDown,
  IconChevronUp,
  IconLayoutSidebar,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react'
import { FullScreenTool } from './full-screen-tool.tsx'
import { PageNumber } from './page-number.tsx'
import type { PageZoom } from './pages.ts'
import { ToolButton } from './tool-button.tsx'
import type { FullScreen } from './use-full-screen.ts'

const icon = { size: 18, stroke: 1.7 }

export function DocumentTools({
  page,
  count,
  onGo,
  zoom,
  scale,
  onZoom,
  onZoomBy,
  strip,
  screen,
}: {
  page: number
  count: number
  onGo: (page: number) => void
  zoom: PageZoom
  /** As shown; 1 is its size on paper. */
  scale: number
  onZoom: (zoom: PageZoom) => void
  onZoomBy: (direction: 1 | -1) => void
  strip: { isOn: boolean; toggle: () => void } | null
  screen: FullScreen
}) {
  return (
    <div className="document-tools" role="toolbar" aria-label="Document">
      {strip !== null && (
        <ToolButton label="Small pages" pressed={strip.isOn} onClick={strip.toggle}>
          <IconLayoutSidebar {...icon} />
        </ToolButton>
      )}
      <ToolButton label="Previous page" disabled={page <= 1} onClick={() => onGo(page - 1)}>
        <IconChevronUp {...icon} />
      </ToolButton>
      <PageNumber page={page} count={count} onGo={onGo} />
      <ToolButton label="Next page" disabled={page >= count} onClick={() => onGo(page + 1)}>
        <IconChevronDown {...icon} />
      </ToolButton>
      <span className="document-tools-gap" />
      <ToolButton label="Zoom out" keys="-" onClick={() => onZoomBy(-1)}>
        <IconMinus {...icon} />
      </ToolButton>
      <output className="viewer-scale" aria-label="Zoom">
        {Math.round(scale * 100)} %
      </output>
      <ToolButton label="Zoom in" keys="+" onClick={() => onZoomBy(1)}>
        <IconPlus {...icon} />
      </ToolButton>
      <ToolButton label="Fit the width" keys="0" pressed={zoom === 'width'} onClick={() => onZoom('width')}>
        <IconArrowAutofitWidth {...icon} />
      </ToolButton>
      <ToolButton label="Fit the height" pressed={zoom === 'height'} onClick={() => onZoom('height')}>
        <IconArrowAutofitHeight {...icon} />
      </ToolButton>
      <ToolButton label="100 %, its size on paper" keys="1" pressed={zoom === 1} onClick={() => onZoom(1)}>
        100 %
      </ToolButton>
      <FullScreenTool screen={screen} />
    </div>
  )
}
