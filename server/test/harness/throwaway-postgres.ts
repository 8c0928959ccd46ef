import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chown, mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

export type ThrowawayPostgres = { url: string; close(): Promise<void> }

/**
 * A PostgreSQL server of its own on a free port of this machine, gone with its files when closed; `null`: not
 * installed. `tuned`: lines of `postgresql.conf` on top.
 */
export async function startPostgres({ tuned = '' } = {}): Promise<ThrowawayPostgres | null> {
  const binaries = await findBinaries()
  if (binaries === null) return null

  const folder = await mkdtemp(join(tmpdir(), 'descant-postgres-'))
  const owner = await ownerOfServer()
  if (owner) await chown(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  await run(
    ...asOwner(join(binaries, 'initdb'), [
      ...[
        '-D',
        data,
        '-U',
        'postgres',
        '-A',
        'trust',
        '-E',
        'UTF8',
        '--locale=C.UTF-8',
        '--no-sync',
        '--no-instructions',
      ],
    ]),
  )
  await writeFile(join(data, 'postgresql.auto.conf'), settings(folder) + tuned)

  const port = await freePort()
  const server = spawn(
    ...asOwner('sh', ['-c', untilInputEnds, folder, join(binaries, 'postgres'), '-D', data, '-p', String(port)]),
    { stdio: ['pipe', 'ignore', 'pipe'] },
  )
  const ended = once(server, 'exit')
  let said = ''
  server.stderr.on('data', (bytes) => {
    said = `${said}${bytes}`.slice(-4_000)
  })
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const close = async () => {
    server.stdin.end()
    await ended
  }
  try {
    await answering(url, server)
  } catch (error) {
    await close()
    throw new Error(`PostgreSQL did not start:\n${said}`, { cause: error })
  }
  return { url, close }
}

// Also when the tests are killed: their end of the input closes with them. SIGQUIT waits for no client.
const untilInputEnds = '"$@" & cat > /dev/null; kill -QUIT $!; wait; rm -rf "$0"'

async function findBinaries(): Promise<string | null> {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? await readdir(debian) : []
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin'))
  const folders = [...newestFirst, ...(process.env.PATH ?? '').split(delimiter)]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null
}

const isRoot = process.getuid?.() === 0

/** PostgreSQL refuses to run as root. */
const asOwner = (command: string, args: string[]): [string, string[]] =>
  isRoot ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, args]

async function ownerOfServer(): Promise<{ uid: number; gid: number } | null> {
  if (!isRoot) return null
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (of) => Number((await run('id', [of, 'postgres'])).stdout)),
  )
  return { uid: uid ?? 0, gid: gid ?? 0 }
}

// It lives for one run of tests: what it writes need not survive a power cut.
const settings = (folder: string) => `
listen_addresses = '127.0.0.1'
unix_socket_directories = '${folder}'
max_connections = 200
fsync = off
synchronous_commit = off
full_page_writes = off
shared_buffers = 64MB
`

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let left = 200; ; left -= 1) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (left === 0 || server.exitCode !== null) throw error
      await wait(50)
    }
  }
}
