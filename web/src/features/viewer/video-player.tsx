import './viewer.css'
import type { Storyboard } from '@descant/contract'
import { useRef } from 'react'
import { StoryboardPicture } from '../../lib/storyboard/storyboard-picture.tsx'
import { Filmstrip } from './filmstrip.tsx'
import { PlayerSources } from './player-sources.tsx'
import { Timeline } from './timeline.tsx'
import { useLastingSource } from './use-lasting-source.ts'
import { usePlayback } from './use-playback.ts'

/** A film with the browser's own controls, and a line through it that shows what comes where. */
export function VideoPlayer({
  name,
  addresses,
  poster,
  storyboard,
  seconds,
  onAddressEnded,
  onUnplayable,
}: {
  name: string
  /** The best one first. */
  addresses: string[]
  poster: string | undefined
  storyboard: Storyboard | null
  /** How long it is, as far as it is known before it plays. */
  seconds: number
  /** Another one is wanted, to go on with. */
  onAddressEnded: () => void
  onUnplayable: () => void
}) {
  const player = useRef<HTMLVideoElement>(null)
  const playback = usePlayback(player, seconds)
  const sources = useLastingSource(player, addresses, onAddressEnded)

  return (
    <section className="viewer video-viewer" aria-label="Film">
      {/* biome-ignore lint/a11y/useMediaCaption: a person's own film brings no captions */}
      <video ref={player} poster={poster} controls playsInline preload="metadata" aria-label={name}>
        <PlayerSources addresses={sources} onNone={onUnplayable} />
      </video>
      <div className="video-timeline">
        <Timeline
          label="Place in the film"
          seconds={playback.seconds}
          duration={playback.duration}
          onSeek={playback.seek}
          {...(storyboard !== null && {
            track: (played: number) => <Filmstrip board={storyboard} duration={playback.duration} played={played} />,
          })}
          glimpse={
            storyboard === null
              ? undefined
              : (at) => (
                  <span className="timeline-frame">
                    <StoryboardPicture board={storyboard} seconds={at} width={Math.min(220, storyboard.frameWidth)} />
                  </span>
                )
          }
        />
      </div>
    </section>
  )
}
