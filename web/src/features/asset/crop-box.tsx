import './crop-box.css'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { type CropArea, dragged, type Handle, type PictureSize } from './crop-area.ts'

/** What is cut out of a picture, to be moved and resized with the pointer or the arrow keys. */
export function CropBox({
  src,
  picture,
  area,
  shape,
  onChange,
}: {
  src: string
  picture: PictureSize
  area: CropArea
  /** Width by height to keep; `null` for any. */
  shape: number | null
  onChange: (area: CropArea) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const pull = useRef<{ handle: Handle; x: number; y: number; from: CropArea } | null>(null)

  const begin = (handle: Handle) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    pull.current = { handle, x: event.clientX, y: event.clientY, from: area }
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    const { current } = pull
    if (current === null) return
    const scale = picture.width / Math.max(1, box.current?.clientWidth ?? 1)
    const by = { x: (event.clientX - current.x) * scale, y: (event.clientY - current.y) * scale }
    onChange(dragged(current.from, current.handle, by, { picture, shape }))
  }
  const end = () => {
    pull.current = null
  }
  const pressed = (handle: Handle) => (event: KeyboardEvent) => {
    const direction = Object.hasOwn(directions, event.key) ? directions[event.key] : undefined
    if (direction === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const step = event.shiftKey ? 1 : Math.max(1, Math.round(picture.width / 100))
    onChange(dragged(area, handle, { x: direction.x * step, y: direction.y * step }, { picture, shape }))
  }
  const hold = (handle: Handle) => ({
    onPointerDown: begin(handle),
    onPointerMove: move,
    onPointerUp: end,
    onPointerCancel: end,
    onKeyDown: pressed(handle),
  })
  const percent = (value: number, of: number) => `${(value / of) * 100}%`

  return (
    <div className="crop-box" ref={box} style={{ aspectRatio: `${picture.width} / ${picture.height}` }}>
      <img src={src} alt="" draggable={false} />
      <div
        className="crop-area"
        style={{
          left: percent(area.left, picture.width),
          top: percent(area.top, picture.height),
          width: percent(area.width, picture.width),
          height: percent(area.height, picture.height),
        }}
      >
        <button type="button" className="crop-move" aria-label="Move the area with the arrow keys" {...hold('move')} />
        {handles.map(([handle, label]) => (
          <button
            key={handle}
            type="button"
            className="crop-handle"
            data-handle={handle}
            aria-label={`${label}: resize with the arrow keys`}
            {...hold(handle)}
          />
        ))}
      </div>
    </div>
  )
}

const handles: [Handle, string][] = [
  ['nw', 'Upper left corner'],
  ['n', 'Upper edge'],
  ['ne', 'Upper right corner'],
  ['e', 'Right edge'],
  ['se', 'Lower right corner'],
  ['s', 'Lower edge'],
  ['sw', 'Lower left corner'],
  ['w', 'Left edge'],
]

const directions: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
