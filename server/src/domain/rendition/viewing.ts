import type { Clock } from '../ports/clock.ts'
import type { MediaTools, Waveform } from '../ports/media-tools.ts'
import { drawingAttempts } from './drawing-attempts.ts'
import type { KeptJson } from './kept-json.ts'
import { openPages, type Pages } from './open-pages.ts'
import { openStoryboards, type StoryboardLayout } from './open-storyboards.ts'
import { openWaveforms } from './open-waveforms.ts'

/** What it takes to look at a file beyond its preview. */
export type Viewing = { pages: Pages; storyboards: KeptJson<StoryboardLayout>; waveforms: KeptJson<Waveform> }

const opened = new WeakMap<MediaTools, Viewing>()

/** One for the same tools, so that whoever asks, wherever, waits for one and the same work. */
export function viewingWith({ media, clock }: { media: MediaTools; clock: Clock }): Viewing {
  const known = opened.get(media)
  if (known) return known
  const viewing = {
    pages: openPages({ media, clock }),
    storyboards: openStoryboards(media, drawingAttempts({ media, clock })),
    waveforms: openWaveforms(media, drawingAttempts({ media, clock })),
  }
  opened.set(media, viewing)
  return viewing
}
