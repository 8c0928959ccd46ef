import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

export type Running = { origin: string; pid: number; readyMs: number; memoryMb(): number; stop(): Promise<void> }

/** Starts a program that says `{"origin": …}` when it listens, and measures how long that took. */
export async function start(args: string[], env: Record<string, string> = {}): Promise<Running> {
  const began = performance.now()
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!child.stdout) throw new Error('no standard output')
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const { origin } = JSON.parse(line) as { origin: string }
  await fetch(origin, { signal: AbortSignal.timeout(30_000) })
  const readyMs = performance.now() - began
  return {
    origin,
    pid: child.pid ?? 0,
    readyMs,
    memoryMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
