/** A file found in the folder to import; `folders` is the way to it from there. */
export type FoundFile = { path: string; name: string; folders: string[] }

/** Where its asset goes: names of folders, the last one an album; `null`: the library without an album. */
export type Placed = FoundFile & { album: string[] | null }

/**
 * A folder on disk may hold files and folders; in the library a folder holds folders and albums, and an album holds
 * assets. So a folder that holds only files becomes an album; one that holds folders too becomes a folder, and its own
 * files go to an album of its name inside it.
 */
export function planAlbums(files: readonly FoundFile[], base: readonly string[]): Placed[] {
  const inner = new Set(files.flatMap(({ folders }) => folders.map((_, depth) => key(folders.slice(0, depth)))))
  return files.map((file) => {
    const way = [...base, ...file.folders].map(cleanCollectionName)
    const last = way.at(-1)
    if (last === undefined) return { ...file, album: null }
    return { ...file, album: inner.has(key(file.folders)) ? [...way, last] : way }
  })
}

const key = (folders: readonly string[]): string => folders.join('\0')

/** What no folder or album may have in its name becomes `_` (contract §7). */
export function cleanCollectionName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  const clean = name.replace(/[\\/:*?"<>|\u0000-\u001f\u007f-\u009f]/g, '_').trim()
  return [...clean].slice(0, 80).join('').trim() || '_'
}
