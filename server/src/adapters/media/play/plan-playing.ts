import type { AudioStream, Streams, VideoStream } from './probe-streams.ts'

/** How a film becomes one that every browser plays; what is right already is copied as it stands. */
export type FilmPlan = {
  video: 'copy' | { width: number; height: number; framesPerSecond: number | null; toneMap: boolean }
  audio: 'copy' | SoundPlan | 'none'
}

/** More than two channels are mixed into two; one stays one, as it would be quieter as two. */
export type SoundPlan = { channels: 1 | 2 }

/** 720p: of the side that is the shorter one, whichever way the picture stands. */
const shorterSide = 720
/** Wider things are beyond what small machines decode. */
const longestSide = 4096
const mostFrames = 60
/** More is not lighter than the original. */
const mostBits = 8_000_000

/** `null`: there is no film in it. */
export function planFilm({ video, audio, bitRate }: Streams): FilmPlan | null {
  if (video === null || video.width < 1 || video.height < 1) return null
  const isLight = bitRate !== null && bitRate <= mostBits
  return {
    video:
      isLight && playsAsItIs(video) ? 'copy' : { ...sizeFor(video), ...pace(video), toneMap: video.isHighDynamicRange },
    audio: audio === null ? 'none' : isPlainAac(audio) ? 'copy' : planSound(audio),
  }
}

export const copiesAll = ({ video, audio }: FilmPlan): boolean => video === 'copy' && typeof audio === 'string'

export const planSound = ({ channels }: AudioStream): SoundPlan => ({ channels: channels === 1 ? 1 : 2 })

const profiles = new Set(['Constrained Baseline', 'Baseline', 'Main', 'High'])

const playsAsItIs = (video: VideoStream): boolean =>
  video.codec === 'h264' &&
  profiles.has(video.profile) &&
  video.pixelFormat === 'yuv420p' &&
  video.hasSquarePixels &&
  !video.isHighDynamicRange &&
  Math.min(video.width, video.height) <= shorterSide &&
  Math.max(video.width, video.height) <= longestSide &&
  video.framesPerSecond <= mostFrames + 0.5

const isPlainAac = ({ codec, profile, channels }: AudioStream): boolean =>
  codec === 'aac' && profile !== 'Main' && channels <= 2

/** Never enlarged; even, as the colours of H.264 are stored in pairs. */
function sizeFor({ width, height }: VideoStream): { width: number; height: number } {
  const scale = Math.min(1, shorterSide / Math.min(width, height), longestSide / Math.max(width, height))
  const even = (side: number) => Math.max(2, 2 * Math.round((side * scale) / 2))
  return { width: even(width), height: even(height) }
}

/** Frames beyond what screens show are dropped; a rate that no camera has is one that was never told. */
const pace = ({ framesPerSecond }: VideoStream) => ({
  framesPerSecond: framesPerSecond > 250 ? 30 : framesPerSecond > mostFrames ? mostFrames : null,
})
