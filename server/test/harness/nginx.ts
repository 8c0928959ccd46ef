import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export const hasNginx = existsSync('/usr/sbin/nginx')

export type Nginx = { origin: string; close(): Promise<void> }

/** nginx on a free port of this machine, with these locations, and what they name beside the server. */
export async function startNginx(
  locations: string,
  { workers = 1, beside = '' }: { workers?: number; beside?: string } = {},
): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'))
  const port = await freePort()
  const file = join(folder, 'nginx.conf')
  await writeFile(file, configuration({ folder, port, locations, workers, beside }))
  const child = spawn('/usr/sbin/nginx', ['-c', file, '-p', folder, '-e', join(folder, 'error.log')], {
    stdio: 'inherit',
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const origin = `http://127.0.0.1:${port}`
  while (!(await answers(origin))) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`)
    await wait(10)
  }
  return {
    origin,
    async close() {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** nginx in front of Descant as docs/operating.md has it, for these places. */
export async function startDocumentedNginx(
  origin: string,
  objectsFolder: string,
  { workers = 1 } = {},
): Promise<Nginx> {
  const page = await readFile(new URL('../../../docs/operating.md', import.meta.url), 'utf8')
  const [beside = '', locations = ''] = [...page.matchAll(/```nginx\n(.*?)```/gs)].map(([, block]) => block)
  return await startNginx(locations.replace('/var/lib/descant/objects/', `${objectsFolder}/`), {
    workers,
    beside: beside.replace('127.0.0.1:8080', new URL(origin).host),
  })
}

type Configuration = { folder: string; port: number; locations: string; workers: number; beside: string }

/** Workers must be able to read what this process writes; `user` says so, and counts for root alone. */
function configuration({ folder, port, locations, workers, beside }: Configuration): string {
  const isRoot = process.getuid?.() === 0
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  )
  return `daemon off;
${isRoot ? 'user root;' : ''}
worker_processes ${workers};
pid ${join(folder, 'pid')};
events { worker_connections 256; }
http {
  access_log off;
  default_type application/octet-stream;
  ${places.join('\n  ')}
  ${beside}
  server {
    listen 127.0.0.1:${port};
    ${locations}
  }
}
`
}

async function answers(origin: string): Promise<boolean> {
  return await fetch(origin).then(
    () => true,
    () => false,
  )
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}
