import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { parentPort } from 'node:worker_threads'
import { runStatement, StatementCache } from './statement-cache.ts'
import type { WriterAnswer, WriterRequest } from './writer-protocol.ts'

/** Owns the writing connection of every open database: a commit waits for the disk here, and reads go on elsewhere. */
const writers = new Map<string, { connection: DatabaseSync; statements: StatementCache }>()

parentPort?.on('message', (request: WriterRequest) => parentPort?.postMessage(answer(request)))

function answer(request: WriterRequest): WriterAnswer {
  try {
    return { id: request.id, ...perform(request) }
  } catch (error) {
    const { message, errcode = null } = error as Error & { errcode?: number }
    return { id: request.id, failed: { message, errcode } }
  }
}

function perform(request: WriterRequest): { rows: unknown[]; affected: number } {
  switch (request.kind) {
    case 'open':
      if (!writers.has(request.path)) writers.set(request.path, open(request.path))
      return nothing
    case 'run':
      return runStatement(writer(request.path).statements.get(request.sql), request.parameters)
    case 'script':
      writer(request.path).connection.exec(request.sql)
      return nothing
    case 'close':
      writers.get(request.path)?.connection.close()
      writers.delete(request.path)
      return nothing
  }
}

const nothing = { rows: [], affected: 0 }

function open(path: string) {
  const connection = new DatabaseSync(path, { timeout: 10_000 })
  // FULL: a commit is on the disk before it is acknowledged.
  connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  connection.exec('pragma journal_size_limit = 67108864; pragma temp_store = memory')
  // No waiting here, for it would keep the other databases' transactions waiting too; `begin` is tried again instead.
  connection.exec('pragma busy_timeout = 0')
  return { connection, statements: new StatementCache((sql): StatementSync => connection.prepare(sql)) }
}

function writer(path: string) {
  const found = writers.get(path)
  if (!found) throw new Error(`${path} is closed`)
  return found
}
