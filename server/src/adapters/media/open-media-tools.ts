import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { Identified, MediaTools } from '../../domain/ports/media-tools.ts'
import { type ChildPool, childPool } from './child/child-pool.ts'
import { drawFile } from './draw/draw-file.ts'
import type { Drawing } from './draw/encode-picture.ts'
import { dropLeftovers, madeFile } from './made-file.ts'
import { nameInsteadOfPath, xmlArgs } from './metadata/metadata-xml.ts'
import { openExiftool } from './metadata/open-exiftool.ts'
import { readMetadata } from './metadata/read-metadata.ts'
import { writeWords } from './metadata/write-words.ts'
import { openPlayer } from './play/make-playable.ts'
import { reportTools } from './report-tools.ts'
import { openFfmpeg } from './tools/ffmpeg.ts'

export type MediaToolsOptions = {
  /** Where tools put what does not fit into memory; made when it is not there. */
  temporaryFolder: string
  /** Files at the same time; one more than there are cores by default, as some of the time is reading. */
  processes?: number
  /** Larger pictures are unsound. */
  maxPixels?: number
  /** Of one call. */
  timeoutMs?: number
  /** A process without work ends after this time. */
  idleMs?: number
  /** Where perl, ffmpeg and the like are looked for, as in `PATH`. */
  searchPath?: string
}

const isPdf = ({ contentType }: Identified): boolean => contentType === 'application/pdf'

/** Nothing is started before the first file comes. */
export async function openMediaTools({
  temporaryFolder,
  processes = availableParallelism() + 1,
  maxPixels = 200_000_000,
  timeoutMs = 60_000,
  idleMs = 30_000,
  searchPath = '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin',
}: MediaToolsOptions): Promise<MediaTools & Pick<ChildPool, 'pids'>> {
  const folder = resolve(temporaryFolder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const env = { PATH: searchPath, TMPDIR: folder, TZ: 'UTC', LC_ALL: 'C.UTF-8' }

  const children = childPool({
    entry: new URL('./child/start-media-child.mjs', import.meta.url),
    processes,
    timeoutMs,
    idleMs,
    heapMebibytes: 512,
    // glibc's arenas would keep the memory of every picture there was
    env: { ...env, MALLOC_ARENA_MAX: '2' },
  })
  const exiftool = openExiftool({ processes: Math.max(1, processes - 1), timeoutMs, env })
  const ffmpeg = openFfmpeg({ timeoutMs, env })
  const player = openPlayer({ temporaryFolder: folder, timeoutMs, env })
  await dropLeftovers(folder, 24 * 3_600_000)

  return {
    identify: (path, fileName, signal) => children.run({ do: 'identify', path, fileName, maxPixels }, signal),
    readMetadata: (path, identified, signal) =>
      readMetadata({ exiftool, ffmpeg, children }, resolve(path), identified, signal),
    async metadataXml(path, fileName, signal) {
      const absolute = resolve(path)
      return nameInsteadOfPath(await exiftool.run(xmlArgs(absolute), signal), absolute, fileName)
    },
    draw: (path, identified, wanted, signal) =>
      drawFile({ children, ffmpeg, maxPixels }, path, identified, wanted, signal),
    drawAsFile: (path, identified, wanted, signal) =>
      madeFile(folder, wanted.format, async (into) => {
        const drawing: Drawing = { ...wanted, into }
        return (await drawFile({ children, ffmpeg, maxPixels }, path, identified, [drawing], signal)) !== null
      }),
    makePlayable: player.makePlayable,
    writeWords: (path, identified, words, signal) =>
      writeWords({ exiftool, temporaryFolder: folder }, resolve(path), identified, words, signal),
    drawSvg: (svg, wanted, signal) =>
      children.run({ do: 'draw-svg', source: Buffer.from(svg), wanted, maxPixels }, signal),
    drawPage: async (path, identified, page, wanted, signal) =>
      isPdf(identified) ? await children.run({ do: 'draw-pdf', path, page, wanted, maxPixels }, signal) : null,
    measurePages: async (path, identified, signal) =>
      isPdf(identified) ? await children.run({ do: 'measure-pages', path }, signal) : null,
    withPdf: async () => null,
    readText: async () => '',
    drawStoryboard: async () => null,
    measureSound: async () => null,
    lacking: async () => [],
    report: () => reportTools(exiftool, { timeoutMs, env }),
    pids: children.pids,
    async close() {
      await Promise.all([children.close(), exiftool.close()])
    },
  }
}
