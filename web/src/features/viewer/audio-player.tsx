import './viewer.css'
import { SchemeIcon } from '@descant/ui'
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { clockTime } from './clock-time.ts'
import { PlayerSources } from './player-sources.tsx'
import { Timeline } from './timeline.tsx'
import { useLastingSource } from './use-lasting-source.ts'
import { usePlayback } from './use-playback.ts'
import { Waveform } from './waveform.tsx'

/** A sound with its cover; its loudness is the line one moves along. */
export function AudioPlayer({
  name,
  addresses,
  cover,
  peaks,
  seconds,
  onAddressEnded,
  onUnplayable,
}: {
  name: string
  addresses: string[]
  /** Address of the picture in it; `null` where it has none. */
  cover: string | null
  peaks: number[] | null
  seconds: number
  /** Another one is wanted, to go on with. */
  onAddressEnded: () => void
  onUnplayable: () => void
}) {
  const player = useRef<HTMLAudioElement>(null)
  const playback = usePlayback(player, seconds)
  const sources = useLastingSource(player, addresses, onAddressEnded)
  const [muted, setMuted] = useState(false)
  const toggle = () => {
    const { current } = player
    // refused where the browser wants to be asked by a person first: the button stays as it was
    if (current?.paused) current.play().catch(() => {})
    else current?.pause()
  }

  return (
    <section className="viewer audio-viewer" aria-label="Sound">
      <div className="audio-cover">
        {cover === null ? <SchemeIcon scheme="audio" size={96} /> : <img src={cover} alt={`Cover of ${name}`} />}
      </div>
      <audio ref={player} preload="metadata" muted={muted} aria-label={name}>
        <PlayerSources addresses={sources} onNone={onUnplayable} />
      </audio>
      <div className="audio-controls">
        <button
          type="button"
          className="audio-play"
          aria-label={playback.isPlaying ? 'Pause' : 'Play'}
          onClick={toggle}
        >
          {playback.isPlaying ? <IconPlayerPauseFilled size={24} /> : <IconPlayerPlayFilled size={24} />}
        </button>
        <div className="audio-line">
          <Timeline
            label="Place in the sound"
            seconds={playback.seconds}
            duration={playback.duration}
            onSeek={playback.seek}
            {...(peaks !== null && { track: (played: number) => <Waveform peaks={peaks} played={played} /> })}
          />
          <span className="audio-times">
            {clockTime(playback.seconds)} / {clockTime(playback.duration)}
          </span>
        </div>
        <button
          type="button"
          className="viewer-tool"
          aria-label="Mute"
          aria-pressed={muted}
          onClick={() => setMuted(!muted)}
        >
          {muted ? <IconVolumeOff size={20} stroke={1.6} /> : <IconVolume size={20} stroke={1.6} />}
        </button>
      </div>
    </section>
  )
}
