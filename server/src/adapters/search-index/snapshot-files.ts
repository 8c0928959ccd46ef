import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { IndexSnapshots } from '../../domain/ports/index-snapshots.ts'

/** A file per account, which gets its name only when all of it is on the disk. */
export function snapshotFiles(folder: string): IndexSnapshots {
  const pathOf = (account: string) => join(folder, `${account}.index`)

  return {
    async read(account) {
      const path = pathOf(account)
      const there = await stat(path).catch(() => null)
      return there && createReadStream(path, { highWaterMark: 1024 * 1024 })
    },

    async write(account, chunks) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await removeUnfinished(folder, account)
      const unfinished = `${pathOf(account)}.${randomUUID()}.part`
      const file = await open(unfinished, 'wx', 0o600)
      try {
        for await (const chunk of chunks) await file.writeFile(chunk)
        await file.sync()
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      } finally {
        await file.close()
      }
      await rename(unfinished, pathOf(account))
      await syncFolder(folder)
    },

    async remove(account) {
      await rm(pathOf(account), { force: true })
    },
  }
}

/** What a killed process left. One that is being written by another is missed by its writer, who tries again later. */
async function removeUnfinished(folder: string, account: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${account}.index.`) && name.endsWith('.part')) await rm(join(folder, name), { force: true })
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
