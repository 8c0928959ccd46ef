import { type OpenedTool, openTool } from './open-tool.ts'

export type Ffmpeg = {
  /** A frame from where the film has got going, at most `longestSide` pixels, as PNG. `null`: no ffmpeg, or no picture. */
  poster(path: string, longestSide: number | null, signal?: AbortSignal): Promise<Uint8Array | null>
  /** A still picture that sharp does not read, as PNG; `null`: no ffmpeg, or not read by it either. */
  still(path: string, longestSide: number | null, signal?: AbortSignal): Promise<Uint8Array | null>
  /** Seconds; `null` when it can't be told. */
  duration(path: string, signal?: AbortSignal): Promise<number | null>
  version(): Promise<string | null>
}

type Options = { timeoutMs: number; env: Record<string, string> }

/** The file alone: no playlist, no address in it may lead to another. */
const input = (path: string) => ['-protocol_whitelist', 'file', '-i', `file:${path}`]
const quietly = ['-nostdin', '-hide_banner', '-v', 'error', '-threads', '1']

export function openFfmpeg(options: Options): Ffmpeg {
  const ffmpeg = openTool('ffmpeg', ['-version'], options)
  const ffprobe = openTool('ffprobe', ['-version'], options)

  async function duration(path: string, signal?: AbortSignal): Promise<number | null> {
    const asked = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', ...input(path)]
    const said = await tolerate(ffprobe, asked, signal)
    const seconds = Number.parseFloat(said?.toString() ?? '')
    return Number.isFinite(seconds) && seconds > 0 ? seconds : null
  }

  async function frame(path: string, seconds: number, longestSide: number | null, signal?: AbortSignal) {
    const png = await tolerate(
      ffmpeg,
      [
        ...quietly,
        ...(seconds > 0 ? ['-ss', seconds.toFixed(3)] : []),
        ...input(path),
        ...['-map', '0:v:0', '-frames:v', '1', '-vf', scaleTo(longestSide), '-an', '-sn', '-dn'],
        ...['-c:v', 'png', '-compression_level', '1', '-f', 'image2pipe', 'pipe:1'],
      ],
      signal,
    )
    return png === null || png.length === 0 ? null : png
  }

  return {
    duration,
    async poster(path, longestSide, signal) {
      if ((await ffmpeg.version()) === null) return null
      const seconds = ((await duration(path, signal)) ?? 0) / 10
      return (await frame(path, seconds, longestSide, signal)) ?? (await frame(path, 0, longestSide, signal))
    },
    async still(path, longestSide, signal) {
      return (await ffmpeg.version()) === null ? null : await frame(path, 0, longestSide, signal)
    },
    version: ffmpeg.version,
  }
}

/** Square pixels, never enlarged. */
function scaleTo(longestSide: number | null): string {
  if (longestSide === null) return 'scale=iw*sar:ih,setsar=1'
  const side = (own: string) => `'min(${longestSide},${own})'`
  return `scale=iw*sar:ih,setsar=1,scale=${side('iw')}:${side('ih')}:force_original_aspect_ratio=decrease`
}

/** A file that ffmpeg can't read has no picture for us; that it was stopped is another matter. */
async function tolerate(tool: OpenedTool, args: string[], signal: AbortSignal | undefined): Promise<Buffer | null> {
  try {
    return await tool.run(args, signal)
  } catch {
    signal?.throwIfAborted()
    return null
  }
}
