import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AccountId } from '../../domain/account/account.ts'
import type { IndexComparison, IndexNews } from '../../domain/search/index-news.ts'

/** What a process says of its index of one library, for commands that run beside it. */
export type IndexStatus = {
  pid: number
  state: 'making' | 'ready' | 'refused' | 'failed'
  done: number
  total: number
  /** The change its making began at, and the one where there was last no room for it. */
  madeAt: number
  refusedAt: number
  documents: number
  ms: number
  /** Why there is none. */
  reason: string
  /** The last comparison that was asked for, and the change that asked. */
  compared: (IndexComparison & { askedBy: number }) | null
}

type IndexStatuses = { note(account: AccountId, news: IndexNews): void; close(): Promise<void> }

const unknown: Omit<IndexStatus, 'pid'> = {
  ...{ state: 'making', done: 0, total: 0, madeAt: -1, refusedAt: -1, documents: 0, ms: 0, reason: '', compared: null },
}

/** Small files, a few times a second at most. */
export function indexStatuses(folder: string): IndexStatuses {
  const statuses = new Map<AccountId, IndexStatus>()

  return {
    note(account, news) {
      const before = statuses.get(account) ?? { pid: process.pid, ...unknown }
      const now = { ...before, ...whatIsNew(news) }
      statuses.set(account, now)
      write(folder, account, now)
    },
    async close() {
      for (const account of statuses.keys()) rmSync(pathOf(folder, account, process.pid), { force: true })
    },
  }
}

function whatIsNew(news: IndexNews): Partial<IndexStatus> {
  switch (news.event) {
    case 'making':
      return { state: 'making', done: news.done, total: news.total }
    case 'made':
      return { state: 'ready', madeAt: news.madeAt, documents: news.documents, ms: news.ms }
    case 'refused':
      return { state: 'refused', refusedAt: news.position, reason: news.reason }
    case 'failed':
      return { state: 'failed', reason: news.reason }
    case 'compared': {
      const { event, askedBy, ...comparison } = news
      return askedBy === null ? {} : { compared: { askedBy, ...comparison } }
    }
    default:
      return {}
  }
}

function write(folder: string, account: AccountId, status: IndexStatus): void {
  const path = pathOf(folder, account, process.pid)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.part`, JSON.stringify(status), { mode: 0o600 })
  renameSync(`${path}.part`, path)
}

const pathOf = (folder: string, account: AccountId, pid: number): string =>
  join(folder, `${account}.process-${pid}.json`)

/** Of the processes that run on this data folder, this one left out. What dead ones left is removed. */
export function readIndexStatuses(folder: string, account: AccountId): IndexStatus[] {
  return namesIn(folder).flatMap((name): IndexStatus[] => {
    const pid = Number(new RegExp(`^${account}\\.process-(\\d+)\\.json$`).exec(name)?.[1] ?? process.pid)
    if (pid === process.pid) return []
    if (isRunning(pid)) return [JSON.parse(readFileSync(join(folder, name), 'utf8')) as IndexStatus]
    rmSync(join(folder, name), { force: true })
    return []
  })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // nobody has searched yet
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
