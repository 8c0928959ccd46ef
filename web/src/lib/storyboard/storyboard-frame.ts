import type { Storyboard } from '@descant/contract'

/** Where in the picture of all frames the one for that time lies. */
export function frameAt({ columns, frames, frameWidth, frameHeight, everySeconds }: Storyboard, seconds: number) {
  const frame = Math.max(0, Math.min(frames - 1, Math.floor(seconds / everySeconds)))
  return { left: (frame % columns) * frameWidth, top: Math.floor(frame / columns) * frameHeight }
}
