import type { BriefContent, Storyboard } from '@descant/contract'
import { useQuery } from '@tanstack/react-query'
import { type PointerEvent, useState } from 'react'
import { viewingQuery } from '../../lib/api/viewing.ts'
import { StoryboardPicture } from '../../lib/storyboard/storyboard-picture.tsx'
import { useDam } from '../../lib/visit.ts'

/** Over the picture of a film: moved across, it shows the film from its beginning to its end. For the eye alone. */
export function FilmScrub({ asset }: { asset: BriefContent }) {
  const [at, setAt] = useState<{ part: number; width: number } | null>(null)
  // asked for when somebody points at it
  const viewing = useQuery({ ...viewingQuery(useDam(), asset), enabled: at !== null })
  const board = viewing.data?.storyboard ?? null

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'touch') return
    const { left, width } = event.currentTarget.getBoundingClientRect()
    setAt({ part: Math.max(0, Math.min((event.clientX - left) / width, 1)), width })
  }

  return (
    <span className="film-scrub" aria-hidden="true" onPointerMove={onPointerMove} onPointerLeave={() => setAt(null)}>
      {at !== null && board !== null && (
        <>
          <StoryboardPicture board={board} seconds={at.part * lengthOf(board)} width={widthIn(board, at.width)} />
          <span className="film-scrub-place" style={{ width: `${at.part * 100}%` }} />
        </>
      )}
    </span>
  )
}

const lengthOf = ({ frames, everySeconds }: Storyboard): number => frames * everySeconds

/** As large as it fits into a square. */
const widthIn = ({ frameWidth, frameHeight }: Storyboard, side: number): number =>
  side * Math.min(1, frameWidth / frameHeight)
