import { type ChildProcess, spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { whileWeLive } from '../tools/while-we-live.ts'

type Options = {
  env: Record<string, string>
  /** Ended when it gets no further for so long. */
  stallMs: number
  /** Ended after this time, however busy it is. */
  timeoutMs: number
  signal: AbortSignal | undefined
}

/**
 * ffmpeg at work for minutes or hours: behind everything else on this machine, ended with whatever it started when
 * it stands still, takes too long or is not wanted any more. Rejects when it fails.
 */
export async function runFfmpeg(args: readonly string[], { env, stallMs, timeoutMs, signal }: Options): Promise<void> {
  signal?.throwIfAborted()
  const reporting = ['-nostdin', '-hide_banner', '-v', 'error', '-progress', 'pipe:1', '-stats_period', '1']
  const bound = whileWeLive('ffmpeg', [...reporting, ...args])
  const child = spawn(bound.command, bound.args, { env, ...bound.options })
  putBehindOthers(child)
  const { promise, resolve, reject } = Promise.withResolvers<void>()

  const giveUp = (reason: unknown) => {
    killGroup(child)
    reject(reason)
  }
  let reached = ''
  let complaints = ''
  const stall = setTimeout(() => giveUp(new Error(`ffmpeg got no further for ${stallMs / 1000} s`)), stallMs)
  const limit = setTimeout(() => giveUp(new Error(`ffmpeg took longer than ${timeoutMs / 1000} s`)), timeoutMs)
  const onAbort = () => giveUp(signal?.reason)

  child.stdout.on('data', (chunk: Buffer) => {
    const now =
      chunk
        .toString()
        .match(/\b(?:out_time_us|total_size)=\d+/g)
        ?.join() ?? reached
    if (now !== reached) stall.refresh()
    reached = now
  })
  child.stderr.on('data', (chunk: Buffer) => {
    if (complaints.length < 4096) complaints += chunk.toString()
  })
  child.on('error', reject)
  child.on('close', (code, killedBy) => {
    if (code === 0) resolve()
    else reject(new Error(`ffmpeg ended with ${killedBy ?? code}: ${complaints.trim().slice(0, 500)}`))
  })
  signal?.addEventListener('abort', onAbort)

  await promise.finally(() => {
    clearTimeout(stall)
    clearTimeout(limit)
    signal?.removeEventListener('abort', onAbort)
  })
}

function putBehindOthers({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // it has ended already, or may not be told: it works all the same
  }
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}
