import type { MediaTools } from '../ports/media-tools.ts'
import type { DrawnFile } from './drawn-file.ts'

/** Whether this machine can look into files of this kind; exiftool tells of them and shows nothing. */
export const hasDrawingTools =
  (media: Pick<MediaTools, 'lacking'>) =>
  async ({ identified }: DrawnFile): Promise<boolean> =>
    (await media.lacking(identified)).every((tool) => tool === 'exiftool')
