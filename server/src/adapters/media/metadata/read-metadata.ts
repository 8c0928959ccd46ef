import { stat } from 'node:fs/promises'
import type { FileMetadata, Identified } from '../../../domain/ports/media-tools.ts'
import type { ChildPool } from '../child/child-pool.ts'
import { isDecodable } from '../draw/decodable.ts'
import type { Ffmpeg } from '../tools/ffmpeg.ts'
import { measuresFrom } from './measures.ts'
import type { OpenedExiftool } from './open-exiftool.ts'
import { presentTags } from './present-tags.ts'
import { parseTags, type Tag } from './tags.ts'
import { wordsFrom } from './words.ts'

type Deps = { exiftool: OpenedExiftool; ffmpeg: Ffmpeg; children: Pick<ChildPool, 'run'> }

/** Without exiftool: what the decoders know. */
export async function readMetadata(
  { exiftool, ffmpeg, children }: Deps,
  path: string,
  identified: Identified,
  signal?: AbortSignal,
): Promise<FileMetadata> {
  const { size } = await stat(path)
  const tags = await readTags(exiftool, path, identified, signal)
  const measures = measuresFrom(tags, identified)

  if (measures.width === null && isDecodable(identified)) {
    Object.assign(measures, await children.run({ do: 'measure', path }, signal))
  }
  if (measures.duration === null && (identified.scheme === 'video' || identified.scheme === 'audio')) {
    const seconds = await ffmpeg.duration({ path, contentType: identified.contentType }, signal)
    measures.duration = seconds === null ? null : Math.max(1, Math.round(seconds))
  }
  return { measures, metadata: presentTags(tags, identified, measures, size), ...wordsFrom(tags) }
}

async function readTags(
  exiftool: OpenedExiftool,
  path: string,
  { contentType }: Identified,
  signal: AbortSignal | undefined,
): Promise<Tag[]> {
  if ((await exiftool.version()) === null) return []
  // Makers' notes are hundreds of numbers about a camera's insides; the XML has them.
  const args = ['-charset', 'filename=utf8', '-json', '-long', '-G1', '--System:all', '--MakerNotes:all']
  // Spares reading a photo to its end for trailers that say nothing more.
  if (contentType === 'image/jpeg') args.push('-fast')
  return parseTags(await exiftool.run([...args, path], signal))
}
