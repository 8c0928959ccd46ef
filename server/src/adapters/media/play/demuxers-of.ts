const mov = ['video/mp4', 'video/x-m4v', 'video/quicktime', 'video/3gpp', 'audio/mp4']
const matroska = ['video/webm', 'video/matroska', 'audio/webm', 'audio/matroska']

/** By content type: the names of the readers that may open it. An `.aac` may well be an MP4 inside. */
const readers = new Map<string, string>([
  ...mov.map((type) => [type, 'mov'] as const),
  ...matroska.map((type) => [type, 'matroska'] as const),
  ['video/vnd.avi', 'avi'],
  ['video/x-ms-wmv', 'asf'],
  ['audio/x-ms-wma', 'asf'],
  ['video/mpeg', 'mpeg,mpegvideo,mpegts'],
  ['video/mp2t', 'mpegts'],
  ['video/ogg', 'ogg'],
  ['audio/ogg', 'ogg'],
  ['video/x-flv', 'flv'],
  ['application/mxf', 'mxf'],
  ['audio/mpeg', 'mp3'],
  ['audio/aac', 'aac,mov'],
  ['audio/wav', 'wav,w64'],
  ['audio/flac', 'flac'],
  ['audio/aiff', 'aiff'],
  ['audio/x-caf', 'caf'],
  ['audio/amr', 'amr'],
  ['audio/ac3', 'ac3,eac3'],
  ['audio/ape', 'ape'],
])

/**
 * What ffmpeg may take a file for; all that is left are readers of one file, so that no playlist in disguise leads it
 * elsewhere. `null`: nothing that is played.
 */
export const demuxersOf = (contentType: string): string | null => readers.get(contentType) ?? null
