import { spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { filmFrame } from '../art/landscapes.ts'

export async function hasFfmpeg(): Promise<boolean> {
  return await ffmpeg(['-version']).then(
    () => true,
    () => false,
  )
}

const frames = 96
const steady = ['-fflags', '+bitexact', '-flags', '+bitexact', '-map_metadata', '-1']

/** Four seconds that end where they begin, with the chime. `folder` holds the sound while it is made. */
export async function filmFile(folder: string, wav: Buffer, title: string): Promise<Buffer> {
  const sound = join(folder, '.film.wav')
  const film = join(folder, '.film.mp4')
  try {
    await writeFile(sound, wav)
    await ffmpeg(
      [
        ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', '960x540', '-r', '24', '-i', 'pipe:0', '-i', sound],
        ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '21', '-pix_fmt', 'yuv420p', '-threads', '1'],
        ...[
          '-c:a',
          'aac',
          '-b:a',
          '128k',
          '-shortest',
          ...steady,
          '-metadata',
          `title=${title}`,
          '-movflags',
          '+faststart',
          '-y',
          film,
        ],
      ],
      drawnFrames(),
    )
    return await readFile(film)
  } finally {
    await Promise.all([rm(sound, { force: true }), rm(film, { force: true })])
  }
}

async function* drawnFrames(): AsyncGenerator<Buffer> {
  for (let frame = 0; frame < frames; frame++) {
    yield await sharp(Buffer.from(filmFrame(frame / frames)))
      .flatten()
      .raw()
      .toBuffer()
  }
}

export async function mp3File(
  folder: string,
  wav: Buffer,
  { title, author }: { title: string; author: string },
): Promise<Buffer> {
  const sound = join(folder, '.sound.wav')
  const mp3 = join(folder, '.sound.mp3')
  try {
    await writeFile(sound, wav)
    await ffmpeg([
      '-i',
      sound,
      '-c:a',
      'libmp3lame',
      '-b:a',
      '160k',
      ...steady,
      '-metadata',
      `title=${title}`,
      '-metadata',
      `artist=${author}`,
      '-id3v2_version',
      '3',
      '-y',
      mp3,
    ])
    return await readFile(mp3)
  } finally {
    await Promise.all([rm(sound, { force: true }), rm(mp3, { force: true })])
  }
}

async function ffmpeg(args: readonly string[], input?: AsyncIterable<Buffer>): Promise<void> {
  const child = spawn('ffmpeg', ['-hide_banner', '-v', 'error', ...args], {
    stdio: [input ? 'pipe' : 'ignore', 'ignore', 'ignore'],
  })
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>()
  child.on('error', reject)
  child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}`))))
  child.stdin?.on('error', () => undefined) // its end is told by 'close'
  const { stdin } = child
  if (input !== undefined && stdin !== null) {
    for await (const frame of input) {
      if (child.exitCode !== null) break
      if (!stdin.write(frame)) await Promise.race([new Promise((drained) => stdin.once('drain', drained)), ended])
    }
    stdin.end()
  }
  await ended
}
