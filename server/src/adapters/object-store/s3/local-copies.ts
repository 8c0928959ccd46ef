import { randomBytes } from 'node:crypto'
import { access, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type LocalCopies = {
  /** Gives `use` a path to a copy, which stays as long as `use` runs. Many who want the same wait for one `fetch`. */
  with<T>(name: string, fetch: (path: string) => Promise<void>, use: (path: string) => Promise<T>): Promise<T>
  /** Somewhere to write to; whatever is still there afterwards is removed. */
  throughTemporaryFile<T>(use: (path: string) => Promise<T>): Promise<T>
  /** Moves a file in, as the copy of this name. */
  adopt(name: string, path: string): Promise<void>
  drop(name: string): Promise<void>
  /** Removes what processes that were killed have left, last used before the time `before`. */
  sweep(before: number): Promise<void>
}

type Copy = { path: string; size: number; users: number; fetched: Promise<void> }

/**
 * Copies of remote files on this machine's disk, for tools that need a path: those used last, `maxBytes` in all, not
 * counting what is in use. Each process has a folder of its own inside `folder`.
 */
export function localCopies(folder: string, maxBytes: number): LocalCopies {
  const own = join(folder, randomBytes(8).toString('hex'))
  /** The one used last comes last. */
  const copies = new Map<string, Copy>()
  const newPath = async () => {
    await mkdir(own, { recursive: true, mode: 0o700 }) // each time: another process may have swept it away
    return join(own, randomBytes(16).toString('hex'))
  }

  function begin(name: string, fetch: (path: string) => Promise<void>): Copy {
    const copy: Copy = { path: '', size: 0, users: 0, fetched: Promise.resolve() }
    copy.fetched = (async () => {
      try {
        copy.path = await newPath()
        await fetch(copy.path)
        copy.size = (await stat(copy.path)).size
      } catch (error) {
        if (copies.get(name) === copy) copies.delete(name)
        await removeFile(copy)
        throw error
      }
    })()
    copies.set(name, copy)
    return copy
  }

  /** Nobody removes it before it is let go. */
  function hold(name: string, fetch: (path: string) => Promise<void>): Copy {
    const copy = copies.get(name) ?? begin(name, fetch)
    copy.users++
    copies.delete(name)
    copies.set(name, copy)
    return copy
  }

  async function letGo(name: string, copy: Copy): Promise<void> {
    copy.users--
    if (copies.get(name) !== copy && copy.users === 0) await removeFile(copy)
    await removeUnused()
  }

  async function removeUnused(): Promise<void> {
    let total = [...copies.values()].reduce((sum, { size }) => sum + size, 0)
    for (const [name, copy] of copies) {
      if (total <= maxBytes) return
      if (copy.users > 0) continue
      copies.delete(name)
      total -= copy.size
      await rm(copy.path, { force: true })
    }
  }

  return {
    async with(name, fetch, use) {
      for (;;) {
        const copy = hold(name, fetch)
        try {
          await copy.fetched
          if (await access(copy.path).then(isTrue, isFalse)) return await use(copy.path)
          if (copies.get(name) === copy) copies.delete(name) // swept away by another process: once more
        } finally {
          await letGo(name, copy)
        }
      }
    },

    async throughTemporaryFile(use) {
      const path = await newPath()
      try {
        return await use(path)
      } finally {
        await rm(path, { force: true })
      }
    },

    async adopt(name, path) {
      if (copies.has(name)) return
      const { size } = await stat(path)
      if (size > maxBytes) return
      const target = await newPath()
      await rename(path, target)
      if (copies.has(name)) return await rm(target, { force: true }) // somebody fetched it meanwhile
      copies.set(name, { path: target, size, users: 0, fetched: Promise.resolve() })
      await removeUnused()
    },

    async drop(name) {
      const copy = copies.get(name)
      if (copy === undefined) return
      copies.delete(name)
      // One in use goes when its user is done.
      if (copy.users === 0) await copy.fetched.then(() => rm(copy.path, { force: true })).catch(() => undefined)
    },

    async sweep(before) {
      await newPath()
      await writeFile(join(own, 'alive'), '') // makes the folder look used, and so this process
      await rm(join(own, 'alive'))
      for (const name of await readdir(folder)) {
        const path = join(folder, name)
        const found = await stat(path).catch(() => undefined) // its own process may have removed it
        if (found && found.mtimeMs < before) await rm(path, { recursive: true, force: true })
      }
    },
  }
}

/** One that could not even be begun has no path. */
async function removeFile({ path }: Copy): Promise<void> {
  if (path !== '') await rm(path, { force: true })
}

const isTrue = () => true
const isFalse = () => false
