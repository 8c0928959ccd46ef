import { stat } from 'node:fs/promises'
import { type Identified, type MadeFile, UnsoundFile } from '../../../domain/ports/media-tools.ts'
import { madeFile } from '../made-file.ts'
import { openTool } from '../tools/open-tool.ts'
import { demuxersOf } from './demuxers-of.ts'
import { filmArgs, soundArgs } from './encode-args.ts'
import { isFastStart } from './is-fast-start.ts'
import { copiesAll, planFilm, planSound } from './plan-playing.ts'
import { probeStreams, type Streams } from './probe-streams.ts'
import { runFfmpeg } from './run-ffmpeg.ts'

type Options = { temporaryFolder: string; timeoutMs: number; env: Record<string, string> }

export type Player = {
  /** What the streams say: square pixels as people see them, and the length; `null` where nobody can tell. */
  measure(
    path: string,
    identified: Pick<Identified, 'contentType'>,
    signal?: AbortSignal,
  ): Promise<{ width: number | null; height: number | null; seconds: number | null }>
  makePlayable(
    path: string,
    identified: Identified,
    asked: { isApart: boolean; onProgress?: (done: number) => void },
    signal?: AbortSignal,
  ): Promise<MadeFile | 'as it is' | null>
}

type Watched = { onWritten: (seconds: number) => void; signal: AbortSignal | undefined }

const hour = 3_600_000
/** Work goes on as long as it gets further, and this long at most. */
const limits = { stallMs: 600_000, timeoutMs: 12 * hour }
const unknown = { width: null, height: null, seconds: null }
/** Ten hours at the highest rate allowed. */
const maxBytes = 20_000_000_000

export function openPlayer({ temporaryFolder, timeoutMs, env }: Options): Player {
  const ffmpeg = openTool('ffmpeg', ['-version'], { timeoutMs, env })
  const ffprobe = openTool('ffprobe', ['-version'], { timeoutMs, env })

  async function probe(path: string, demuxers: string, signal: AbortSignal | undefined): Promise<Streams> {
    try {
      return await probeStreams(ffprobe, path, demuxers, signal)
    } catch (cause) {
      signal?.throwIfAborted()
      await stat(path) // not there: not the file's fault
      throw new UnsoundFile('It can’t be played: nothing here can read it', { cause })
    }
  }

  async function made(extension: 'mp4' | 'mp3', args: string[], { onWritten, signal }: Watched) {
    const file = await madeFile(temporaryFolder, extension, async (into) => {
      try {
        await runFfmpeg([...args, '-fs', String(maxBytes), into], { ...limits, env, signal, onWritten })
      } catch (cause) {
        signal?.throwIfAborted()
        throw new UnsoundFile('It can’t be played: it is damaged, or of a kind that is not known here', { cause })
      }
      return true
    })
    if (file !== null && file.size >= maxBytes * 0.99) {
      file.bytes.destroy()
      throw new UnsoundFile('It can’t be played here: it is too long')
    }
    return file
  }

  return {
    async measure(path, { contentType }, signal) {
      const demuxers = demuxersOf(contentType)
      if (demuxers === null || (await ffprobe.version()) === null) return unknown
      const streams = await probe(path, demuxers, signal).catch((error: unknown) => {
        if (error instanceof UnsoundFile) return null
        throw error
      })
      if (streams === null) return unknown
      const { width = null, height = null } = streams.video ?? {}
      return { width, height, seconds: streams.duration }
    },

    async makePlayable(path, { scheme, contentType }, { isApart, onProgress }, signal) {
      const demuxers = demuxersOf(contentType)
      if (demuxers === null) throw new UnsoundFile('It can’t be played: its kind is not known here')
      if ((await ffmpeg.version()) === null || (await ffprobe.version()) === null) return null
      const streams = await probe(path, demuxers, signal)
      const { duration } = streams
      const onWritten = (seconds: number) => duration && onProgress?.(Math.min(1, seconds / duration))
      const watched = { onWritten, signal }

      if (scheme === 'audio') {
        if (streams.audio === null) throw new UnsoundFile('There is no sound in it')
        const isMp3 = contentType === 'audio/mpeg' && streams.audio.codec === 'mp3'
        if (isMp3 && !isApart) return 'as it is'
        return await made('mp3', soundArgs(path, demuxers, isMp3 ? 'copy' : planSound(streams.audio)), watched)
      }
      const plan = planFilm(streams)
      if (plan === null) throw new UnsoundFile('There is no film in it')
      const isReady = contentType === 'video/mp4' && copiesAll(plan) && (await isFastStart(path))
      if (isReady && !isApart) return 'as it is'
      return await made('mp4', filmArgs(path, demuxers, plan), watched)
    },
  }
}
