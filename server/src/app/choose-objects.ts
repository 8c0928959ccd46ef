import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fsObjectStore } from '../adapters/object-store/fs-object-store.ts'
import type { AccountId } from '../domain/account/account.ts'
import type { ObjectStore } from '../domain/ports/object-store.ts'
import { restoreFolder } from './backup/unfinished-restore.ts'
import type { Config } from './config.ts'

/** Where all accounts' objects are. */
export type ObjectPlace = {
  /** Each account's own, opened once. */
  of(account: AccountId): ObjectStore
  /** What is there, whosever; a few names are enough. */
  someNames(): Promise<string[]>
  removeAll(): Promise<void>
}

export async function openObjectPlace(config: Pick<Config, 'objects' | 'dataFolder'>): Promise<ObjectPlace> {
  const { objects, dataFolder } = config
  if (objects.kind === 'file') return filePlace(objects, basename(restoreFolder(dataFolder)))
  // Loaded late: it costs a fifth of a second and 30 MB that most installations do not need.
  const { openS3Place } = await import('../adapters/object-store/s3/open-s3-place.ts')
  const place = openS3Place({ ...objects, copiesFolder: join(dataFolder, 'tmp', 'objects') })
  return { ...place, of: openedOnce(place.of) }
}

type FileSetting = Config['objects'] & { kind: 'file' }

function filePlace({ folder, proxyPath }: FileSetting, restoring: string): ObjectPlace {
  const names = async () => (await namesIn(folder)).filter((name) => name !== restoring)
  return {
    of: openedOnce((account) =>
      fsObjectStore(join(folder, account), proxyPath === null ? {} : { proxyPath: `${proxyPath}${account}/` }),
    ),
    someNames: async () => (await names()).slice(0, 3),
    async removeAll() {
      for (const name of await names()) await rm(join(folder, name), { recursive: true, force: true })
    },
  }
}

function openedOnce(open: (account: AccountId) => ObjectStore): (account: AccountId) => ObjectStore {
  const opened = new Map<AccountId, ObjectStore>()
  return (account) => {
    const store = opened.get(account) ?? open(account)
    opened.set(account, store)
    return store
  }
}

/** But for what a disk brings with it. */
async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return []
  })
  return names.filter((name) => name !== 'lost+found')
}
