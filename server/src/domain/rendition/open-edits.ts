import { Invalid, NotFound } from '../domain-error.ts'
import type { Clock } from '../ports/clock.ts'
import { CropOutside, type MadeFile, type MediaTools, UnsoundFile } from '../ports/media-tools.ts'
import { type ObjectKey, type ObjectStore, renditionKey } from '../ports/object-store.ts'
import { coalesced } from './coalesced.ts'
import { drawingAttempts } from './drawing-attempts.ts'
import type { DrawnFile } from './drawn-file.ts'
import { type Edit, editName, wantedFor } from './edit.ts'

/** `Invalid` where the crop leaves the picture or the result is over the limit, `NotFound` where nothing can be drawn. */
export type Edits = {
  /** Made when it is first asked for, and kept. */
  make(objects: ObjectStore, file: DrawnFile, edit: Edit): Promise<{ key: ObjectKey; size: number }>
  /** For people nobody knows: drawn and not kept, so that they can't fill the disk by leafing through sizes. */
  draw(objects: ObjectStore, file: DrawnFile, edit: Edit): Promise<MadeFile>
}

/** What JPEG can hold. */
const longestSide = 65_500

type EditDeps = { media: MediaTools; clock: Clock; maxPixels: number }

export function openEdits({ media, clock, maxPixels }: EditDeps): Edits {
  const attempt = drawingAttempts({ media, clock })
  const once = coalesced<{ size: number }>()

  async function draw(objects: ObjectStore, { sha256, object, identified, hasPreview, dpi }: DrawnFile, edit: Edit) {
    requireDrawable(edit, maxPixels)
    if (!hasPreview) throw new NotFound('picture of this file: it can’t be drawn here')
    const picture = await attempt(`${sha256} ${editName(edit)}`, () =>
      objects.withFile(object, (path) => media.drawAsFile(path, identified, wantedFor(edit, { dpi }))),
    ).catch((error: unknown) => {
      if (error instanceof CropOutside) throw new Invalid(`crop: ${error.message}`)
      throw error instanceof UnsoundFile ? new NotFound(`picture of this file: ${error.message}`) : error
    })
    if (!picture) throw new NotFound('picture of this file: it can’t be drawn here')
    return picture
  }

  return {
    draw,
    async make(objects, file, edit) {
      const key = renditionKey(file.sha256, editName(edit))
      const there =
        (await objects.stat(key)) ??
        (await once(objects, key, async () => await objects.write(key, (await draw(objects, file, edit)).bytes)))
      return { key, size: there.size }
    },
  }
}

function requireDrawable({ size, crop }: Edit, maxPixels: number): void {
  for (const [what, area] of [
    ['resize', size],
    ['crop', crop],
  ] as const) {
    if (!area) continue
    if (area.width < 1 || area.height < 1) throw new Invalid(`${what}: width and height are 1 pixel or more`)
    if (Math.max(area.width, area.height) > longestSide || area.width * area.height > maxPixels) {
      throw new Invalid(
        `${what}: ${area.width}x${area.height} is too large; at most ${longestSide} pixels a side and ` +
          `${Math.floor(maxPixels / 1_000_000)} million in all`,
      )
    }
  }
}
