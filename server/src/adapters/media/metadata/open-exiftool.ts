import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import type { ExifTool } from 'exiftool-vendored'
import { withMemoryLimit } from '../tools/memory-limit.ts'
import { runTool } from '../tools/run-tool.ts'
import { stepBack } from '../tools/step-back.ts'

export type OpenedExiftool = {
  /** What exiftool prints. Its complaints about the file are part of it; rejects when there is nothing. */
  run(args: readonly string[], signal?: AbortSignal): Promise<string>
  /** `null`: there is no perl. */
  version(): Promise<string | null>
  close(): Promise<void>
}

type Options = { processes: number; timeoutMs: number; env: Record<string, string> }

/** A few exiftool processes that stay open: 13 ms a file instead of 165. Started with the first file. */
export function openExiftool({ processes, timeoutMs, env }: Options): OpenedExiftool {
  let opened: Promise<{ exiftool: ExifTool; text: (args: readonly string[]) => Promise<string> } | null> | undefined

  async function start() {
    const hasPerl = await runTool('perl', ['-v'], { env, timeoutMs: 10_000 }).then(
      () => true,
      () => false,
    )
    if (!hasPerl) return null
    // Loaded late: it costs a tenth of a second and 20 MB that a server without uploads does not need.
    const { ExifTool, ExifToolTask, exiftoolPath } = await import('exiftool-vendored')

    class TextTask extends ExifToolTask<string> {
      protected override parse(output: string, error?: Error): string {
        if (output.trim() === '') throw error ?? new Error('exiftool said nothing')
        return output
      }
    }

    const path = await exiftoolPath()
    const exiftool = new ExifTool({
      maxProcs: processes,
      taskTimeoutMillis: timeoutMs,
      taskRetries: 1,
      processFactory: () => {
        const { command, args } = withMemoryLimit('perl', [path, '-config', '', '-stay_open', 'True', '-@', '-'])
        const perl = spawn(command, args, { stdio: 'pipe', env: { ...env, LANG: 'C' } })
        if (perl.pid !== undefined) stepBack(perl.pid)
        return perl
      },
    })
    return { exiftool, text: (args: readonly string[]) => exiftool.enqueueTask(() => new TextTask([...args])) }
  }

  return {
    async run(args, signal) {
      signal?.throwIfAborted()
      opened ??= start()
      const running = await opened
      if (running === null) throw new Error('exiftool needs perl, which this machine lacks')
      signal?.throwIfAborted()
      return await untilAborted(running.text(args), signal)
    },
    async version() {
      opened ??= start()
      const running = await opened
      return running === null ? null : await running.exiftool.version()
    },
    async close() {
      const running = await opened
      await Promise.race([running?.exiftool.end(true), wait(5000, undefined, { ref: false })])
    },
  }
}

/** The process goes on with its file and is given the next one after; only the waiting ends. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return await work
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort)
  work.catch(() => undefined)
  return await Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', onAbort))
}
