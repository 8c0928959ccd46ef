import type { Storyboard } from '@descant/contract'
import { useRef } from 'react'
import { StoryboardPicture } from '../../lib/storyboard/storyboard-picture.tsx'
import { useSize } from './use-size.ts'

const height = 44

/** The whole film side by side, and where one is in it. */
export function Filmstrip({ board, duration, played }: { board: Storyboard; duration: number; played: number }) {
  const strip = useRef<HTMLSpanElement>(null)
  const { width } = useSize(strip)
  const frameWidth = (board.frameWidth * height) / board.frameHeight
  const count = Math.ceil(width / frameWidth)

  return (
    <span className="filmstrip" ref={strip} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <StoryboardPicture
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in the strip
          key={index}
          board={board}
          seconds={((index + 0.5) / (width / frameWidth)) * duration}
          width={frameWidth}
        />
      ))}
      <span className="filmstrip-played" style={{ left: `${played * 100}%` }} />
    </span>
  )
}
