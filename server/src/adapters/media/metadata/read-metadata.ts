import { stat } from 'node:fs/promises'
import type { FileMetadata, Identified } from '../../../domain/ports/media-tools.ts'
import type { ChildPool } from '../child/child-pool.ts'
import { isDecodable } from '../draw/decodable.ts'
import type { Player } from '../play/make-playable.ts'
import { measuresFrom } from './measures.ts'
import type { OpenedExiftool } from './open-exiftool.ts'
import { presentTags } from './present-tags.ts'
import { parseTags, type Tag } from './tags.ts'
import { wordsFrom } from './words.ts'

type Deps = { exiftool: OpenedExiftool; player: Pick<Player, 'measure'>; children: Pick<ChildPool, 'run'> }

/** Without exiftool: what the decoders know. */
export async function readMetadata(
  { exiftool, player, children }: Deps,
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
  const isFilm = identified.scheme === 'video'
  if (
    (measures.duration === null && (isFilm || identified.scheme === 'audio')) ||
    (isFilm && measures.width === null)
  ) {
    const { seconds, width, height } = await player.measure(path, identified, signal)
    measures.duration ??= seconds === null ? null : Math.max(1, Math.round(seconds))
    if (isFilm && measures.width === null) Object.assign(measures, { width, height })
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
