import './viewer.css'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { type CSSProperties, useRef, useState } from 'react'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { FullScreenTool } from './full-screen-tool.tsx'
import { moveByKey } from './move-by-key.ts'
import type { PictureSource } from './picture-source.ts'
import { useSharpSource } from './sharp-source.ts'
import type { Step } from './step.ts'
import { ToolButton } from './tool-button.tsx'
import { useFullScreen } from './use-full-screen.ts'
import { useGestures } from './use-gestures.ts'
import { useSize } from './use-size.ts'
import { actualScale, fitted, isFitted, type Size, type Stage, within, type Zoom, zoomedBy, zoomedTo } from './zoom.ts'

/** A picture to look at closely: whole, at its own pixels, or between; moved by hand, wheel and keys. */
export function ImageViewer({
  source,
  step,
  onUndrawable,
}: {
  source: PictureSource
  step: Step
  onUndrawable: () => void
}) {
  const viewer = useRef<HTMLElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [natural, setNatural] = useState<Size | null>(null)
  const [moved, setMoved] = useState<Zoom | null>(null)
  const screen = useFullScreen(viewer)
  const size = useSize(frame)

  const picture = pictureSize(source, natural)
  const isReady = size.width > 0 && picture !== null
  const stage: Stage = {
    frame: isReady ? size : { width: 1, height: 1 },
    picture: picture ?? { width: 1, height: 1 },
    density: window.devicePixelRatio || 1,
  }
  const whole = fitted(stage)
  const zoom = moved === null ? whole : within({ ...moved, scale: Math.max(moved.scale, whole.scale) }, stage)
  const setZoom = (next: Zoom) => setMoved(isFitted(next, stage) ? null : next)
  const toggleActual = () => setZoom(moved === null ? zoomedTo(zoom, actualScale(stage), stage) : whole)

  const longest = Math.max(stage.picture.width, stage.picture.height) * zoom.scale * stage.density
  const src = useSharpSource(source.addressOf, isReady ? longest : 800)
  const gestures = useGestures({
    frame,
    stage,
    zoom,
    onZoom: setZoom,
    onSwipe: (direction) => step[direction]?.(),
  })

  useShortcuts(
    (event) => {
      if (event.key.toLowerCase() === 'f' && screen !== null) screen.toggle()
      else {
        const next = moveByKey(event.key, zoom, stage)
        if (next === null) return false
        setZoom(next)
      }
      return true
    },
    { first: true },
  )

  return (
    <section
      className="viewer"
      ref={viewer}
      aria-label="Picture"
      style={{ '--picture-shape': picture === null ? 1.5 : picture.width / picture.height } as CSSProperties}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: nothing is filled in here */}
      <div
        ref={frame}
        className="viewer-frame"
        role="group"
        aria-label="Use plus and minus to zoom, the arrow keys to move"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys and the wheel move it while it has the focus
        tabIndex={0}
        data-whole={moved === null}
        onDoubleClick={toggleActual}
        {...gestures}
      >
        <img
          className="viewer-picture"
          src={src}
          alt={source.alt}
          draggable={false}
          decoding="async"
          style={
            isReady
              ? {
                  width: stage.picture.width * zoom.scale,
                  height: stage.picture.height * zoom.scale,
                  transform: `translate(calc(-50% + ${zoom.x}px), calc(-50% + ${zoom.y}px))`,
                }
              : { opacity: 0 }
          }
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setNatural({ width, height })}
          onError={onUndrawable}
        />
      </div>
      <div className="viewer-tools" role="toolbar" aria-label="Zoom">
        <ToolButton
          label="Zoom out"
          keys="-"
          disabled={moved === null}
          onClick={() => setZoom(zoomedBy(zoom, -1, stage))}
        >
          <IconMinus size={18} stroke={1.8} />
        </ToolButton>
        <output className="viewer-scale" aria-label="Zoom">
          {percent(zoom, stage)}
        </output>
        <ToolButton label="Zoom in" keys="+" onClick={() => setZoom(zoomedBy(zoom, 1, stage))}>
          <IconPlus size={18} stroke={1.8} />
        </ToolButton>
        <ToolButton label="Fit the frame" keys="0" pressed={moved === null} onClick={() => setMoved(null)}>
          Fit
        </ToolButton>
        <ToolButton
          label="100 %, its own size"
          keys="1"
          pressed={Math.abs(zoom.scale - actualScale(stage)) < 0.001}
          onClick={() => setZoom(zoomedTo(zoom, actualScale(stage), stage))}
        >
          100 %
        </ToolButton>
        <FullScreenTool screen={screen} />
      </div>
    </section>
  )
}

const percent = (zoom: Zoom, stage: Stage): string => `${Math.round((zoom.scale / actualScale(stage)) * 100)} %`

/** The file's own pixels as it is drawn: upright, whatever its camera wrote. */
function pictureSize({ shape }: PictureSource, natural: Size | null): Size | null {
  if (natural === null || natural.width === 0) return shape
  const longest = shape === null ? Math.max(natural.width, natural.height) : Math.max(shape.width, shape.height)
  const grown = longest / Math.max(natural.width, natural.height)
  return { width: natural.width * grown, height: natural.height * grown }
}
