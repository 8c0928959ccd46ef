import { foldText, isAscii } from './fold-text.ts'

/**
 * A run of letters and digits. `HTMLFile` is the parts `html`, `file` and counts whole as `htmlfile`; a run without a
 * change of case is its own only part.
 */
export type Word = { whole: string; parts: readonly string[] }

const cjk = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}ー'
const upper = '[\\p{Lu}\\p{Lt}]'
const between = '[\\p{M}\\p{N}]*'

const run = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
const boundary = new RegExp(
  [
    `(?=${upper})(?<=\\p{Ll}${between})`, // tiger|Forest, photo2|Beach
    `(?=${upper}\\p{M}*\\p{Ll})(?<=${upper}${between})`, // HTML|File
    `(?=[${cjk}])(?<=[^${cjk}])`, // tower|東京
    `(?=[^${cjk}\\p{M}])(?<=[${cjk}]\\p{M}*)`, // 東京|tower
  ].join('|'),
  'u',
)
const mayHaveParts = new RegExp(`[\\p{L}\\p{N}\\p{M}](?:${upper}|[${cjk}])|[${cjk}]`, 'u')
const anyCjk = new RegExp(`[${cjk}]`, 'u')

/** Words of a text, in order, folded. A query is split like the text it looks for. */
export const foldWords = (text: string): Word[] => (isAscii(text) ? foldAscii(text) : foldAny(text))

function foldAny(text: string): Word[] {
  const composed = text.replaceAll('\u00ad', '').normalize('NFKC')
  return Array.from(composed.matchAll(run), ([found]) => {
    const whole = foldText(found)
    return { whole, parts: mayHaveParts.test(found) ? found.split(boundary).map(foldText) : [whole] }
  })
}

/** Of each ASCII character: 0: in no word; 1: a small letter or digit, 2: a capital. */
const inWord = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit)
  return /[A-Z]/.test(character) ? 2 : /[a-z0-9]/.test(character) ? 1 : 0
})

/** The same of what has nothing to compose, as most text has: several times as fast. */
function foldAscii(text: string): Word[] {
  const lower = text.toLowerCase()
  const words: Word[] = []
  for (let at = 0; at < text.length; at++) {
    if (inWord[text.charCodeAt(at)] === 0) continue
    const from = at
    let capitals = 0
    for (at++; at < text.length && inWord[text.charCodeAt(at)] !== 0; at++) {
      if (inWord[text.charCodeAt(at)] === 2) capitals++
    }
    const whole = lower.slice(from, at)
    words.push({ whole, parts: capitals > 0 ? text.slice(from, at).split(boundary).map(foldText) : [whole] })
  }
  return words
}

/** Scripts that put no spaces between words: looked for as substrings. */
export const isCjk = (text: string): boolean => anyCjk.test(text)
