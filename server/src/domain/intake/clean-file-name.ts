/** The characters of a name, its extension included. */
const longest = 200
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is forbidden
const forbidden = /[\\/:*?"<>|\u0000-\u001f\u007f-\u009f]/g
const directories = /^.*[\\/](?=[^\\/]*$)/su

/** A name that every file system takes, from whatever a sender calls its file. Never refuses. */
export function cleanFileName(sent: string): string {
  const name = sent.toWellFormed().replace(directories, '').replace(forbidden, '_').trim()
  return /^\.*$/.test(name) ? 'unnamed' : shorten(name)
}

/** Before the extension, which says what the file is. */
function shorten(name: string): string {
  const characters = [...name]
  if (characters.length <= longest) return name
  const extension = [...(/\.[^. ]{1,20}$/u.exec(name)?.[0] ?? '')]
  return [...characters.slice(0, longest - extension.length), ...extension].join('')
}
