import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Session } from '@descant/contract'
import { ask } from './http-client.ts'
import { treeMemory } from './tree-memory.ts'

/** The product as it is started, in a process of its own, with an administrator's token. */
export type ServerProcess = {
  origin: string
  authorization: string
  /** The most memory it ever had, bytes; Linux tells. */
  peakMemory(): Promise<number>
  /** What it and all processes below it have in memory now, bytes; what several share counts once. */
  treeMemory(): Promise<number>
  /** As a deployment ends it. */
  stop(): Promise<void>
  /** As nobody should. */
  kill(): Promise<void>
  /** Stops it where it still runs, and removes its data where nobody named a folder. */
  close(): Promise<void>
}

const password = 'a long password for tests'

/** `env` may name a data folder that is there already. */
export async function startServerProcess(env: Record<string, string> = {}): Promise<ServerProcess> {
  const folder = env.DESCANT_DATA ?? (await mkdtemp(join(tmpdir(), 'descant-process-')))
  const entry = new URL('../../src/main.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [entry, 'serve', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      DESCANT_DATA: folder,
      DESCANT_PORT: '0',
      DESCANT_ADMIN_PASSWORD: password,
      DESCANT_LOG: 'silent',
      ...env,
    },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
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
    treeMemory: () => treeMemory(child.pid ?? 0),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async close() {
      await end('SIGTERM')
      if (env.DESCANT_DATA === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}
