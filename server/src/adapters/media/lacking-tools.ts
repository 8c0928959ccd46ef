import type { Identified } from '../../domain/ports/media-tools.ts'
import type { OpenedExiftool } from './metadata/open-exiftool.ts'
import type { Ffmpeg } from './tools/ffmpeg.ts'
import { isOffice } from './tools/is-office.ts'
import type { Libreoffice } from './tools/libreoffice.ts'
import { stillDemuxer } from './tools/still-demuxer.ts'

type Tools = { ffmpeg: Pick<Ffmpeg, 'version'>; exiftool: OpenedExiftool; office: Pick<Libreoffice, 'version'> }

/** Tools that a file of this kind needs and this machine lacks. Metadata of everything needs exiftool. */
export async function lackingTools(
  { ffmpeg, exiftool, office }: Tools,
  identified: Pick<Identified, 'scheme' | 'contentType'>,
): Promise<string[]> {
  const { scheme, contentType } = identified
  const needsFfmpeg = scheme === 'video' || scheme === 'audio' || stillDemuxer(contentType) !== null
  return [
    ...((await exiftool.version()) === null ? ['exiftool'] : []),
    ...(needsFfmpeg && (await ffmpeg.version()) === null ? ['ffmpeg'] : []),
    ...(isOffice(identified) && (await office.version()) === null ? ['libreoffice'] : []),
  ]
}
