/** Marks that change how a letter is spoken, not which letter it is. Japanese voicing and Indic vowels are not here. */
const diacritics =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]|[\u0591-\u05c7]|[\u064b-\u065f]|\u0670/gu

/** Letters with a stroke or joined from two have no decomposition in Unicode. */
const plainLetters: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ŧ: 't', æ: 'ae', œ: 'oe', ς: 'σ' }

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII, whole
const onlyAscii = /^[\x00-\x7f]*$/

/** Nothing in it is to be composed or decomposed. */
export const isAscii = (text: string): boolean => onlyAscii.test(text)

/** Text without case and diacritics: what matching compares. Folding twice changes nothing. */
export function foldText(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  // by way of upper case, because only it knows that ß is SS and that dotless ı is I
  const lower = text.replaceAll('\u00ad', '').normalize('NFKD').toLowerCase().toUpperCase().toLowerCase()
  return lower
    .normalize('NFKD')
    .replace(diacritics, '')
    .replace(/[øłđħŧæœς]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC')
}
