import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Session } from '@descant/contract'
import { ask } from './http-client.ts'

/** The product as it is started, in a process of its own, with an administrator's token. */
export type ServerProcess = {
  origin: string
  authorization: string
  /** The most memory it ever had, bytes; Linux tells. */
  peakMemory(): Promise<number>
  close(): Promise<void>
}

const password = 'a long password for tests'

export async function startServerProcess(): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'descant-process-'))
  const entry = new URL('../../src/main.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [entry, 'serve', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      DESCANT_DATA: folder,
      DESCANT_PORT: '0',
      DESCANT_ADMIN_PASSWORD: password,
      DESCANT_LOG: 'silent',
    },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const firstLine = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)))
  })
  const { origin } = JSON.parse(await firstLine) as { origin: string }
  const session = await ask<Session>('POST', `${origin}/web/v1/session`, {
    body: { email: 'admin@descant.local', password },
    headers: { origin },
  })
  return {
    origin,
    authorization: `Bearer ${session.body.accessToken}`,
    async peakMemory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
      return Number(/VmHWM:\s*(\d+) kB/.exec(status)?.[1]) * 1024
    },
    async close() {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
