import type { Storyboard } from '@descant/contract'
import { frameAt } from './storyboard-frame.ts'

/** The film at a time, small. */
export function StoryboardGlimpse({ board, seconds }: { board: Storyboard; seconds: number }) {
  const { left, top } = frameAt(board, seconds)
  return (
    <span className="timeline-frame" style={{ width: board.frameWidth, height: board.frameHeight }}>
      <img src={board.address} alt="" draggable={false} style={{ transform: `translate(${-left}px, ${-top}px)` }} />
    </span>
  )
}
