import type { FilmPlan, SoundPlan } from './plan-playing.ts'
import { guardedInput } from './probe-streams.ts'

/** What ffmpeg is told, but for where to put it. */
export function filmArgs(path: string, demuxers: string, { video, audio }: FilmPlan): string[] {
  return [
    ...guardedInput(path, demuxers),
    // Not a cover, no subtitles, no data: one film and its sound. What a film is about stays written in it.
    ...['-map', '0:V:0', '-map', '0:a:0?', '-sn', '-dn', '-map_chapters', '-1'],
    ...(video === 'copy' ? ['-c:v', 'copy'] : videoArgs(video)),
    ...(typeof audio === 'string'
      ? ['-c:a', 'copy']
      : ['-c:a', 'aac', '-b:a', '128k', '-ar', '48000', ...mixInto(audio)]),
    ...['-max_muxing_queue_size', '4096', '-movflags', '+faststart', '-f', 'mp4'],
  ]
}

/** Small enough for a phone's connection, and no worse to look at; turned upright by ffmpeg itself. */
function videoArgs({ width, height, framesPerSecond, toneMap }: Exclude<FilmPlan['video'], 'copy'>): string[] {
  const filters = [
    'yadif=deint=interlaced',
    ...(framesPerSecond === null ? [] : [`fps=${framesPerSecond}`]),
    `scale=${width}:${height}`,
    ...(toneMap ? [intoScreenColours] : []),
    'setsar=1',
    'format=yuv420p',
  ]
  return [
    ...['-vf', filters.join(',')],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-crf', '23'],
    ...['-maxrate', '4M', '-bufsize', '8M', '-g', '250'],
    ...(toneMap ? ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'] : []),
  ]
}

const intoScreenColours =
  'zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv'

const mixInto = ({ channels }: SoundPlan): string[] => ['-ac', String(channels)]

export const soundArgs = (path: string, demuxers: string, sound: 'copy' | SoundPlan): string[] => [
  ...guardedInput(path, demuxers),
  ...['-map', '0:a:0', '-vn', '-sn', '-dn', '-map_chapters', '-1'],
  ...(sound === 'copy' ? ['-c:a', 'copy'] : ['-c:a', 'libmp3lame', '-q:a', '3', '-ar', '44100', ...mixInto(sound)]),
  ...['-id3v2_version', '3', '-f', 'mp3'],
]
