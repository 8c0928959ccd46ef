import { type DrawnStoryboard, type MediaTools, OverLimit, UnsoundFile } from '../ports/media-tools.ts'
import { type ObjectKey, renditionKey } from '../ports/object-store.ts'
import type { DrawingAttempts } from './drawing-attempts.ts'
import type { DrawnFile } from './drawn-file.ts'
import { hasDrawingTools } from './has-drawing-tools.ts'
import { type KeptJson, keptJson } from './kept-json.ts'

export type StoryboardLayout = Omit<DrawnStoryboard, 'bytes'>

export const storyboardPicture = ({ sha256 }: Pick<DrawnFile, 'sha256'>): ObjectKey =>
  renditionKey(sha256, 'storyboard.jpg')

/** Frames of films, to scrub through: made when first asked for; `null` for what is no film. */
export const openStoryboards = (media: MediaTools, attempt: DrawingAttempts): KeptJson<StoryboardLayout> =>
  keptJson(
    { attempt, hasTools: hasDrawingTools(media) },
    ({ sha256 }) => renditionKey(sha256, 'storyboard.json'),
    async (objects, file) => {
      if (file.identified.scheme !== 'video') return null
      const drawn = await objects
        .withFile(file.object, (path) => media.drawStoryboard(path, file.identified))
        .catch(nothingToDraw)
      if (drawn === null) return null
      const { bytes, ...layout } = drawn
      await objects.write(storyboardPicture(file), bytes)
      return layout
    },
  )

/** What takes too long once takes too long again. */
export function nothingToDraw(error: unknown): null {
  if (error instanceof OverLimit || error instanceof UnsoundFile) return null
  throw error
}
