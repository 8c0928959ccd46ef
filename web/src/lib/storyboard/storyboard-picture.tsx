import './storyboard-picture.css'
import type { Storyboard } from '@descant/contract'
import { frameAt } from './storyboard-frame.ts'

/** A film at a time, as wide as is wanted. */
export function StoryboardPicture({ board, seconds, width }: { board: Storyboard; seconds: number; width: number }) {
  const { left, top } = frameAt(board, seconds)
  const scale = width / board.frameWidth
  return (
    <span className="storyboard-picture" style={{ width, height: board.frameHeight * scale }}>
      <img
        src={board.address}
        alt=""
        draggable={false}
        decoding="async"
        style={{ transform: `scale(${scale}) translate(${-left}px, ${-top}px)` }}
      />
    </span>
  )
}
