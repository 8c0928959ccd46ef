import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  CantoFailure,
  type Client,
  ConnectionFailure,
  type ContentRef,
  NotConnected,
  OAuthFailure,
} from '@descant/client'
import type { Account } from '../../domain/account/account.ts'
import { type Scheme, schemes } from '../../domain/asset/scheme.ts'
import { DomainError, Unavailable } from '../../domain/domain-error.ts'
import type { Library } from '../../domain/ports/library.ts'
import type { Adapters } from '../choose-adapters.ts'
import { Refused } from '../import/finished-upload.ts'
import { type CopyDeps, copyAsset, NotTheSame } from './copy-asset.ts'
import { copyTree } from './copy-tree.ts'
import { copyCustomFields, copyKeywords } from './copy-vocabulary.ts'
import { openProgress } from './import-progress.ts'
import { inParallel } from './in-parallel.ts'
import { openSource, type SourceOptions } from './open-source.ts'

export type CantoReport = {
  source: string
  folders: number
  albums: number
  keywords: number
  customFields: number
  /** Assets there. */
  found: number
  imported: number
  /** They had changed there since an earlier run. */
  updated: number
  alreadyThere: number
  /** Copied by an earlier run and deleted here since: they stay deleted. */
  deletedHere: number
  failed: { what: string; reason: string }[]
}

export type ImportCantoDeps = Pick<Adapters, 'objectsOf' | 'clock' | 'ids' | 'secrets'> & { library: Library }

const downloadsAtOnce = 4

/** A whole account over its API. Needs workers somewhere; killed at any moment, the same again goes on from there. */
export async function importCanto(
  deps: ImportCantoDeps,
  asked: {
    account: Account
    dataFolder: string
    source: SourceOptions
    onProgress?: (done: number, total: number, what: string) => void
  },
): Promise<CantoReport> {
  const folder = join(asked.dataFolder, 'imports', asked.account.id)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const stop = new AbortController()
  const { client, origin } = await openSource(asked.source, { secrets: deps.secrets, folder, signal: stop.signal })
  const progress = await openProgress(join(folder, `canto-${new URL(origin).host.replaceAll(':', '_')}.jsonl`))
  const failed: CantoReport['failed'] = []
  const fail = (what: string, reason: string) => void failed.push({ what, reason })
  try {
    const { folders, albums, albumOf } = await copyTree(deps, client)
    const keywords = await copyKeywords(deps, client)
    const fields = await copyCustomFields(deps, client, fail)
    const all = await listAll(client)
    const counts = { imported: 0, updated: 0, alreadyThere: 0, deletedHere: 0 }
    let done = 0

    await inParallel(downloadsAtOnce, all, async (ref) => {
      const copying: CopyDeps = {
        ...{ ...deps, objects: deps.objectsOf(asked.account.id), client, origin, progress, albumOf, fields },
        fail: (reason) => fail(`${ref.scheme} ${ref.id} ${ref.name}`, reason),
      }
      try {
        if (progress.of(ref.id).wholeAt === ref.time) counts.alreadyThere += 1
        else counts[countOf[await copyAsset(copying, ref)]] += 1
      } catch (error) {
        copying.fail(reasonOf(error))
      }
      done += 1
      asked.onProgress?.(done, all.length, ref.name)
    })
    return {
      source: origin,
      folders,
      albums,
      keywords,
      customFields: fields.size,
      found: all.length,
      ...counts,
      failed,
    }
  } catch (error) {
    throw isAboutSource(error) ? new Unavailable(`${origin}: ${error.message}`, { cause: error }) : error
  } finally {
    stop.abort()
    await progress.close()
  }
}

const countOf = { imported: 'imported', updated: 'updated', 'deleted-here': 'deletedHere' } as const

type Listed = ContentRef & { name: string; time: string }

async function listAll(client: Client): Promise<Listed[]> {
  const all: Listed[] = []
  for (const scheme of schemes) {
    const contents = client.everyContentOfScheme(scheme as Scheme, {
      sortBy: 'name',
      sortDirection: 'ascending',
      aggsEnabled: false,
    })
    for await (const { id, name, time } of contents) all.push({ scheme, id, name, time })
  }
  return all
}

/** What concerns one asset lets the others go on; anything else is a bug, or ends all of it: no token, no server, no room. */
function reasonOf(error: unknown): string {
  if (error instanceof DomainError || error instanceof Refused || error instanceof NotTheSame) return error.message
  if (error instanceof CantoFailure && error.status !== 401) return error.message
  if (error instanceof ConnectionFailure && error.reason !== 'ECONNREFUSED') return error.message
  throw error
}

const isAboutSource = (error: unknown): error is Error =>
  [CantoFailure, ConnectionFailure, NotConnected, OAuthFailure].some((kind) => error instanceof kind)
