import { basename, dirname } from 'node:path'

/** Arguments for exiftool's RDF/XML of all it can extract. */
export const xmlArgs = (path: string): string[] => [
  '-charset',
  'filename=utf8',
  '-X',
  '-a',
  '--System:Directory',
  '--System:FilePermissions',
  '--System:FileAccessDate',
  '--System:FileInodeChangeDate',
  '--System:FileModifyDate',
  path,
]

/** exiftool names the file it read by its path; people know it by its name. */
export function nameInsteadOfPath(xml: string, path: string, fileName: string): string {
  const places = [path, dirname(path), basename(path)].filter((place) => place.length > 1)
  const anyPlace = new RegExp(places.map((place) => literally(escapeXml(place))).join('|'), 'g')
  return xml.replace(anyPlace, () => escapeXml(fileName))
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
