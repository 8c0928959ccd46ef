/** `folders`: names of the folders it was in, outermost first. */
export type DroppedFile = { file: File; folders: string[] }

/** The files in a drop, also those inside dropped folders, however deep. */
export async function droppedFiles(dropped: DataTransfer): Promise<DroppedFile[]> {
  const entries = Array.from(dropped.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return Array.from(dropped.files, (file) => ({ file, folders: [] }))
  const found = await Promise.all(entries.map((entry) => filesOf(entry, [])))
  return found.flat().filter(({ file: { name } }) => isWanted(name))
}

/** Those that somebody chose by their folder; the browser writes the way into `webkitRelativePath`. */
export const chosenInFolder = (files: Iterable<File>): DroppedFile[] =>
  Array.from(files, (file) => ({ file, folders: file.webkitRelativePath.split('/').slice(0, -1) })).filter(
    ({ file: { name } }) => isWanted(name),
  )

const isWanted = (name: string): boolean => !name.startsWith('.') && !systemFiles.has(name)
const systemFiles = new Set(['Thumbs.db', 'desktop.ini'])

async function filesOf(entry: FileSystemEntry, folders: string[]): Promise<DroppedFile[]> {
  if (entry.isFile) return [{ file: await fileOf(entry as FileSystemFileEntry), folders }]
  const inside: DroppedFile[][] = []
  for (const child of await childrenOf(entry as FileSystemDirectoryEntry)) {
    inside.push(await filesOf(child, [...folders, entry.name]))
  }
  return inside.flat()
}

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject))

/** A browser gives a folder's entries in portions; an empty portion is the last. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const portion = () => new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
  const all: FileSystemEntry[] = []
  for (let some = await portion(); some.length > 0; some = await portion()) all.push(...some)
  return all
}
