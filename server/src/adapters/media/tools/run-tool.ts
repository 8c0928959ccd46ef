import { spawn } from 'node:child_process'
import { withMemoryLimit } from './memory-limit.ts'

type Options = {
  /** All the environment it gets. */
  env: Record<string, string>
  timeoutMs: number
  maxOutputBytes?: number
  signal?: AbortSignal | undefined
}

/** What the tool prints. Rejects when it fails, takes too long, prints too much, is aborted or does not exist. */
export async function runTool(
  command: string,
  args: readonly string[],
  { env, timeoutMs, maxOutputBytes = 1024 * 1024, signal }: Options,
): Promise<{ output: Buffer; complaints: string }> {
  signal?.throwIfAborted()
  const limited = withMemoryLimit(command, args)
  const child = spawn(limited.command, limited.args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const { promise, resolve, reject } = Promise.withResolvers<{ output: Buffer; complaints: string }>()

  const output: Buffer[] = []
  let length = 0
  let complaints = ''
  const giveUp = (reason: unknown) => {
    child.kill('SIGKILL')
    reject(reason)
  }
  child.stdout.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > maxOutputBytes) giveUp(new Error(`${command} printed more than ${maxOutputBytes} bytes`))
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
  const timer = setTimeout(() => giveUp(new Error(`${command} took longer than ${timeoutMs / 1000} s`)), timeoutMs)
  const onAbort = () => giveUp(signal?.reason)
  signal?.addEventListener('abort', onAbort)

  return await promise.finally(() => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  })
}
