import type { DroppedFile } from './dropped-files.ts'
import type { UploadTarget } from './upload-item.ts'

/**
 * Where dropped files go. In the library a folder holds folders and albums, and an album holds assets: so a dropped
 * folder with files alone becomes an album; one with folders in it becomes a folder, and its own files go to an album
 * of its name in it. An album holds no folders: dropped into one, all files go into it.
 */
export function planWays(
  dropped: readonly DroppedFile[],
  target: UploadTarget,
): { file: File; target: UploadTarget }[] {
  if (target.albumId !== null || target.versionOf !== null) return dropped.map(({ file }) => ({ file, target }))
  const inner = new Set(dropped.flatMap(({ folders }) => folders.map((_, depth) => keyOf(folders.slice(0, depth)))))
  return dropped.map(({ file, folders }) => {
    const names = folders.map(cleanName)
    const last = names.at(-1)
    if (last === undefined) return { file, target }
    return { file, target: { ...target, way: inner.has(keyOf(folders)) ? [...names, last] : names } }
  })
}

const keyOf = (folders: readonly string[]): string => folders.join('\0')

/** What no folder or album may have in its name becomes `_`. */
function cleanName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  const clean = name.replace(/[\\/:*?"<>|\u0000-\u001f\u007f-\u009f]/g, '_').trim()
  return [...clean].slice(0, 80).join('').trim() || '_'
}
