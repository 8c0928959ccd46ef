import { spawn } from 'node:child_process'
import { OverLimit } from '../../../domain/ports/media-tools.ts'
import { stepBack } from './step-back.ts'
import { whileWeLive } from './while-we-live.ts'

type Options = {
  /** All the environment it gets. */
  env: Record<string, string>
  timeoutMs: number
  maxOutputBytes?: number
  /** Takes what it prints as it comes; nothing is kept then, and none of it counts. */
  onOutput?: (chunk: Buffer) => void
  signal?: AbortSignal | undefined
}

/** What the tool prints. Rejects when it fails, takes too long, prints too much, is aborted or does not exist. */
export async function runTool(
  command: string,
  args: readonly string[],
  { env, timeoutMs, maxOutputBytes = 1024 * 1024, onOutput, signal }: Options,
): Promise<{ output: Buffer; complaints: string }> {
  signal?.throwIfAborted()
  const bound = whileWeLive(command, args)
  const child = spawn(bound.command, bound.args, { env, ...bound.options })
  if (child.pid !== undefined) stepBack(child.pid)
  const { promise, resolve, reject } = Promise.withResolvers<{ output: Buffer; complaints: string }>()

  const output: Buffer[] = []
  let length = 0
  let complaints = ''
  const giveUp = (reason: unknown) => {
    endGroup(child.pid)
    reject(reason)
  }
  child.stdout.on('data', (chunk: Buffer) => {
    if (onOutput) return onOutput(chunk)
    length += chunk.length
    if (length > maxOutputBytes) giveUp(new OverLimit(`${command} printed more than ${maxOutputBytes} bytes`))
    else output.push(chunk)
  })
  child.stderr.on('data', (chunk: Buffer) => {
    if (complaints.length < 4096) complaints += chunk.toString()
  })
  child.on('error', reject)
  child.on('close', (code, killedBy) => {
    if (code === 0) resolve({ output: Buffer.concat(output), complaints })
    else reject(new Error(`${command} ended with ${killedBy ?? code}: ${complaints.trim().slice(0, 500)}`))
  })
  const timer = setTimeout(() => giveUp(new OverLimit(`${command} took longer than ${timeoutMs / 1000} s`)), timeoutMs)
  const onAbort = () => giveUp(signal?.reason)
  signal?.addEventListener('abort', onAbort)

  return await promise.finally(() => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  })
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // it has ended already
  }
}
