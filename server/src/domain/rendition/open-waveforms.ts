import type { MediaTools, Waveform } from '../ports/media-tools.ts'
import { renditionKey } from '../ports/object-store.ts'
import type { DrawingAttempts } from './drawing-attempts.ts'
import { hasDrawingTools } from './has-drawing-tools.ts'
import { type KeptJson, keptJson } from './kept-json.ts'
import { nothingToDraw } from './open-storyboards.ts'

/** Loudness along sounds, to draw and to scrub through: made when first asked for; `null` for what is no sound. */
export const openWaveforms = (media: MediaTools, attempt: DrawingAttempts): KeptJson<Waveform> =>
  keptJson(
    { attempt, hasTools: hasDrawingTools(media) },
    ({ sha256 }) => renditionKey(sha256, 'waveform.json'),
    async (objects, { object, identified }) =>
      identified.scheme === 'audio'
        ? await objects.withFile(object, (path) => media.measureSound(path, identified)).catch(nothingToDraw)
        : null,
  )
