import type { OpenedTool } from '../tools/open-tool.ts'

export type VideoStream = {
  codec: string
  profile: string
  pixelFormat: string
  /** Square pixels, as people see them: turned where the file says so. */
  width: number
  height: number
  hasSquarePixels: boolean
  framesPerSecond: number
  /** Brighter than a screen's white: its colours must be mapped. */
  isHighDynamicRange: boolean
}
export type AudioStream = { codec: string; profile: string; channels: number }
export type Streams = {
  video: VideoStream | null
  audio: AudioStream | null
  /** Seconds; `null`: unknown. */
  duration: number | null
  /** Bits a second, all together; `null`: unknown. */
  bitRate: number | null
}

/** The file alone, read as one of `demuxers` and nothing else: no address in it may lead to another. */
export const guardedInput = (path: string, demuxers: string): string[] => [
  ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', demuxers],
  ...['-i', `file:${path}`],
]

const asked =
  'format=duration,bit_rate:stream=codec_type,codec_name,profile,pix_fmt,width,height,sample_aspect_ratio,' +
  'avg_frame_rate,color_transfer,channels:stream_disposition=attached_pic:stream_side_data=rotation'

/** Rejects where ffprobe can make nothing of the file. */
export async function probeStreams(
  ffprobe: OpenedTool,
  path: string,
  demuxers: string,
  signal?: AbortSignal,
): Promise<Streams> {
  const printed = await ffprobe.run(
    ['-v', 'error', '-of', 'json', '-show_entries', asked, ...guardedInput(path, demuxers)],
    signal,
  )
  return readStreams(JSON.parse(printed.toString()) as Probed)
}

type ProbedStream = Record<string, unknown> & {
  disposition?: { attached_pic?: number }
  side_data_list?: { rotation?: number }[]
}
type Probed = { streams?: ProbedStream[]; format?: Record<string, unknown> }

export function readStreams({ streams = [], format = {} }: Probed): Streams {
  const video = streams.find(({ codec_type, disposition }) => codec_type === 'video' && disposition?.attached_pic !== 1)
  const audio = streams.find(({ codec_type }) => codec_type === 'audio')
  return {
    video: video ? videoFrom(video) : null,
    audio: audio
      ? { codec: text(audio.codec_name), profile: text(audio.profile), channels: Number(audio.channels ?? 0) }
      : null,
    duration: positive(format.duration),
    bitRate: positive(format.bit_rate),
  }
}

function videoFrom(stream: ProbedStream): VideoStream {
  const aspect = ratio(stream.sample_aspect_ratio, ':')
  const hasSquarePixels = aspect === null || aspect === 1
  const stored = { width: Number(stream.width ?? 0), height: Number(stream.height ?? 0) }
  const width = hasSquarePixels ? stored.width : Math.round(stored.width * aspect)
  const rotation = stream.side_data_list?.find((data) => data.rotation !== undefined)?.rotation ?? 0
  const isTurned = Math.abs(Math.round(rotation / 90)) % 2 === 1
  return {
    codec: text(stream.codec_name),
    profile: text(stream.profile),
    pixelFormat: text(stream.pix_fmt),
    width: isTurned ? stored.height : width,
    height: isTurned ? width : stored.height,
    hasSquarePixels,
    framesPerSecond: ratio(stream.avg_frame_rate, '/') ?? 0,
    isHighDynamicRange: ['smpte2084', 'arib-std-b67'].includes(text(stream.color_transfer)),
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** `16:11`, `30000/1001`; `null` where one side is nothing. */
function ratio(value: unknown, by: string): number | null {
  const [over, under] = text(value).split(by).map(Number)
  return over && under ? over / under : null
}

function positive(value: unknown): number | null {
  const number = Number.parseFloat(text(value))
  return Number.isFinite(number) && number > 0 ? number : null
}
