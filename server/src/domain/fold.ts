/**
 * The form of a name under which names are the same "without regard to case": composed, lower case, Unicode and not
 * only ASCII. Databases fold differently, so none of them is asked to; what must be unique is stored folded beside it.
 */
export const fold = (name: string): string => name.normalize('NFC').toLowerCase()
