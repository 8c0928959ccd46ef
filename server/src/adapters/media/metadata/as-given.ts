/** A path where exiftool would read `%d`, `%f` and the like as parts of another name. */
export const asGiven = (path: string): string => path.replaceAll('%', '%%')
