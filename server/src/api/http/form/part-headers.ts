import { decodeBytes, decodeWords, percentBytes } from '../../../domain/intake/decode-words.ts'
import { FormRefused } from './form-refused.ts'

export type PartHeaders = {
  name: string
  /** As the sender wrote it, directories and all; `null`: the part is no file. */
  fileName: string | null
}

/** The head of one part, decoded as UTF-8. */
export function parsePartHeaders(head: string): PartHeaders {
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ')
  const disposition = /^content-disposition:(.*)$/im.exec(unfolded)?.[1]
  const parameters = parseParameters(disposition ?? '')
  const name = parameters.get('name')
  if (name === undefined) throw new FormRefused('MalformedPOSTRequest', 'A part of the form has no name')

  const extended = parameters.get('filename*')
  const plain = parameters.get('filename')
  const fileName = (extended === undefined ? undefined : fromExtended(extended)) ?? plain
  return {
    name: fromFormEncoding(name),
    fileName: fileName === undefined ? null : fileName === plain ? decodeWords(fromFormEncoding(fileName)) : fileName,
  }
}

/** `form-data; name="a"; filename="b"`. A backslash counts only before a quote or another: `C:\new` keeps its own. */
function parseParameters(disposition: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name, quoted, token] of disposition.matchAll(
    /;\s*([\w*-]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;\s]*))/g,
  )) {
    if (name && !found.has(name.toLowerCase())) {
      found.set(name.toLowerCase(), quoted === undefined ? (token ?? '') : quoted.replace(/\\(["\\])/g, '$1'))
    }
  }
  return found
}

/** Browsers write quotes and line ends so. https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
const fromFormEncoding = (text: string): string =>
  text.replace(/%(22|0D|0A)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** `UTF-8''gr%C3%BCn.jpg`, RFC 8187. */
function fromExtended(value: string): string | undefined {
  const [, charset, encoded] = /^([^']*)'[^']*'(.*)$/s.exec(value) ?? []
  if (charset === undefined || encoded === undefined) return undefined
  return decodeBytes(percentBytes(encoded), charset)
}
