import { mkdir } from 'node:fs/promises'
import { availableParallelism, constants } from 'node:os'
import { resolve } from 'node:path'
import type { Identified, MediaTools } from '../../domain/ports/media-tools.ts'
import { type ChildPool, childPool } from './child/child-pool.ts'
import { drawFile } from './draw/draw-file.ts'
import { storyboardOf } from './draw/draw-film.ts'
import type { Drawing } from './draw/encode-picture.ts'
import { lackingTools } from './lacking-tools.ts'
import { dropLeftovers, madeFile } from './made-file.ts'
import { carryRights } from './metadata/carry-rights.ts'
import { nameInsteadOfPath, xmlArgs } from './metadata/metadata-xml.ts'
import { openExiftool } from './metadata/open-exiftool.ts'
import { readMetadata } from './metadata/read-metadata.ts'
import { writeWords } from './metadata/write-words.ts'
import { openPlayer } from './play/make-playable.ts'
import { reportTools } from './report-tools.ts'
import { openFfmpeg } from './tools/ffmpeg.ts'
import { openLibreoffice } from './tools/libreoffice.ts'

export type MediaToolsOptions = {
  /** Where tools put what does not fit into memory; made when it is not there. */
  temporaryFolder: string
  /** Files at the same time; one more than there are cores by default, as some of the time is reading. */
  processes?: number
  /** At most so many of those for work that nobody waits for, and one at least; all by default. */
  workers?: number
  /** Larger pictures are unsound. */
  maxPixels?: number
  /** Pages of an office document that are drawn, and pages of a PDF whose text is read. */
  maxPages?: number
  /** Of one call; of an office document twice as long. */
  timeoutMs?: number
  /** Of one process. */
  maxMemoryBytes?: number
  /** A process without work ends after this time. */
  idleMs?: number
  /** Where perl, ffmpeg and the like are looked for, as in `PATH`. */
  searchPath?: string
}

/** An Illustrator file is a PDF, as a rule. */
const hasPdfPages = ({ contentType }: Identified): boolean =>
  contentType === 'application/pdf' || contentType === 'application/illustrator'

export type OpenedMediaTools = MediaTools &
  Pick<ChildPool, 'pids'> & {
    /** The same tools for what somebody waits for: a little behind the server, but before all other work. */
    awaited: MediaTools
  }

const { PRIORITY_LOW } = constants.priority
const awaitedNiceness = 5

/** Nothing is started before the first file comes. */
export async function openMediaTools({
  temporaryFolder,
  processes = availableParallelism() + 1,
  workers = processes,
  maxPixels = 200_000_000,
  maxPages = 500,
  timeoutMs = 60_000,
  maxMemoryBytes = 2048 * 1024 * 1024,
  idleMs = 30_000,
  searchPath = '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin',
}: MediaToolsOptions): Promise<OpenedMediaTools> {
  const folder = resolve(temporaryFolder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const env = { PATH: searchPath, TMPDIR: folder, TZ: 'UTC', LC_ALL: 'C.UTF-8' }

  const pool = {
    entry: new URL('./child/start-media-child.mjs', import.meta.url),
    processes,
    timeoutMs,
    idleMs,
    heapMebibytes: 512,
    maxMemoryBytes,
    // glibc's arenas would keep the memory of every picture there was
    env: { ...env, MALLOC_ARENA_MAX: '2' },
  }
  // A process once put back can't be called forward by everybody: so there are two rows of them.
  const [behind, before] = [
    childPool({ ...pool, processes: Math.max(1, Math.min(workers, processes)), niceness: PRIORITY_LOW }),
    childPool({ ...pool, processes: Math.max(1, processes - 1), niceness: awaitedNiceness }),
  ]
  const exiftool = openExiftool({ processes: Math.max(1, processes - 1), timeoutMs, env })
  const ffmpeg = openFfmpeg({ processes, timeoutMs, maxPixels, env })
  const office = openLibreoffice({
    folder,
    processes: Math.max(1, processes - 1),
    timeoutMs: 2 * timeoutMs,
    maxPages,
    env,
  })
  const player = openPlayer({ temporaryFolder: folder, timeoutMs, env })
  await dropLeftovers(folder, 24 * 3_600_000)

  const toolsWith = (children: ChildPool): MediaTools => ({
    identify: (path, fileName, signal) => children.run({ do: 'identify', path, fileName, maxPixels }, signal),
    readMetadata: (path, identified, signal) =>
      readMetadata({ exiftool, player, children }, resolve(path), identified, signal),
    async metadataXml(path, fileName, signal) {
      const absolute = resolve(path)
      return nameInsteadOfPath(await exiftool.run(xmlArgs(absolute), signal), absolute, fileName)
    },
    draw: (path, identified, wanted, signal) =>
      drawFile({ children, ffmpeg, exiftool, office, maxPixels }, path, identified, wanted, signal),
    drawAsFile: (path, identified, wanted, signal) =>
      madeFile(folder, wanted.format, async (into) => {
        const drawing: Drawing = { ...wanted, into }
        const deps = { children, ffmpeg, exiftool, office, maxPixels }
        if ((await drawFile(deps, path, identified, [drawing], signal)) === null) return false
        if (!wanted.keepMetadata) return true
        const { format } = wanted
        await carryRights(exiftool, { ...identified, path: resolve(path) }, { into, format }, signal)
        return true
      }),
    makePlayable: player.makePlayable,
    writeWords: (path, identified, words, signal) =>
      writeWords({ exiftool, temporaryFolder: folder }, resolve(path), identified, words, signal),
    drawSvg: (svg, wanted, signal) =>
      children.run({ do: 'draw-svg', source: Buffer.from(svg), wanted, maxPixels }, signal),
    drawPage: async (path, identified, page, wanted, signal) =>
      hasPdfPages(identified) ? await children.run({ do: 'draw-pdf', path, page, wanted, maxPixels }, signal) : null,
    measurePages: async (path, identified, signal) =>
      hasPdfPages(identified) ? await children.run({ do: 'measure-pages', path }, signal) : null,
    withPdf: (path, identified, use, signal) => office.withPdf(path, identified, use, signal),
    readText: async (path, { scheme, contentType }, signal) =>
      scheme === 'document' || scheme === 'presentation' || contentType === 'application/illustrator'
        ? await children.run({ do: 'read-text', path, contentType, maxPages }, signal)
        : '',
    drawStoryboard: async (path, { scheme, contentType }, signal) =>
      scheme === 'video' ? await storyboardOf(ffmpeg, { path, contentType }, signal) : null,
    measureSound: (path, { contentType }, signal) => ffmpeg.sound({ path, contentType }, signal),
    lacking: (identified) => lackingTools({ ffmpeg, exiftool, office }, identified),
    report: () => reportTools({ exiftool, office }, { timeoutMs, env }),
    async close() {
      await Promise.all([behind.close(), before.close(), exiftool.close()])
      await office.close()
    },
  })
  return { ...toolsWith(behind), pids: behind.pids, awaited: toolsWith(before) }
}
