/** The files in a drop, also those inside dropped folders, however deep. */
export async function droppedFiles(dropped: DataTransfer): Promise<File[]> {
  const entries = Array.from(dropped.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  if (entries.length === 0) return Array.from(dropped.files)
  const found = await Promise.all(entries.map(filesOf))
  return found.flat().filter(({ name }) => !systemFiles.has(name))
}

const systemFiles = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry)]
  const inside: File[][] = []
  for (const child of await childrenOf(entry as FileSystemDirectoryEntry)) inside.push(await filesOf(child))
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
