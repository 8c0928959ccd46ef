/**
 * How the text of a document is written down: numbers of seven bits a byte. Words come one after the other with one
 * space between them; what else stands between two is a gap. From it words, their order, and every value as it was
 * folded can be told, so nothing of the text is kept beside it.
 */
export const endOfValue = 0
/** 1 to 8: what follows is in the field of `fieldNames` at one less. */
export const firstField = 1
/** The next word follows without a space. */
export const glue = 9
/** A word of several parts: the number of the whole, how many parts, and the parts. */
export const compound = 10
/** The value folded is the text of this number, whatever its words are. */
export const rawValue = 11
/** Another text than one space stands here: its number. */
export const gap = 12
/** The commonest gaps, in one byte. */
export const firstGap = 13
export const shortGaps = 19
/** Word n is n more than this. */
export const firstWord = 32
