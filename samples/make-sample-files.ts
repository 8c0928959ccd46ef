import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { catalogue } from './catalogue/catalogue.ts'
import type { Entry } from './catalogue/entry.ts'
import { hasFfmpeg } from './formats/film-file.ts'
import type { SampleFile } from './sample-file.ts'

export { type SampleFile, sampleKeywords } from './sample-file.ts'

export type Progress = { made: number; of: number; name: string }

/**
 * Makes the sample library: some fifty files of all kinds of content, the same every time, below `folder` in the folders
 * they will have in the library. Takes seconds. What needs ffmpeg (a film, an MP3) is left out where there is none.
 */
export async function makeSampleFiles(
  folder: string,
  { onProgress }: { onProgress?: (progress: Progress) => void } = {},
): Promise<SampleFile[]> {
  const filming = await hasFfmpeg()
  const entries = catalogue().filter(({ needsFfmpeg }) => filming || !needsFfmpeg)
  const files: SampleFile[] = []
  const waiting = entries.map((entry, index) => ({ entry, index }))
  let made = 0

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      files[next.index] = await makeFile(folder, next.entry)
      onProgress?.({ made: ++made, of: entries.length, name: next.entry.name })
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, work))
  return files
}

async function makeFile(folder: string, { make, needsFfmpeg: _, ...entry }: Entry): Promise<SampleFile> {
  const place = join(folder, ...entry.folderPath, entry.album)
  await mkdir(place, { recursive: true })
  const path = join(place, entry.name)
  await writeFile(path, await make(place))
  return { ...entry, path }
}
