import { runTool } from '../tools/run-tool.ts'

type Options = {
  env: Record<string, string>
  /** Ended when it gets no further for so long. */
  stallMs: number
  /** Ended after this time, however busy it is. */
  timeoutMs: number
  signal: AbortSignal | undefined
  /** Seconds of what it writes, so far. */
  onWritten?: (seconds: number) => void
}

/**
 * ffmpeg at work for minutes or hours, ended with whatever it started when it stands still, takes too long or is not
 * wanted any more. Rejects when it fails.
 */
export async function runFfmpeg(
  args: readonly string[],
  { env, stallMs, timeoutMs, signal, onWritten }: Options,
): Promise<void> {
  const reporting = ['-nostdin', '-hide_banner', '-v', 'error', '-progress', 'pipe:1', '-stats_period', '1']
  const standing = new AbortController()
  const standsStill = () => standing.abort(new Error(`ffmpeg got no further for ${stallMs / 1000} s`))
  const stall = setTimeout(standsStill, stallMs)

  let reached = ''
  const onOutput = (chunk: Buffer) => {
    const said = chunk.toString()
    const now = said.match(/\b(?:out_time_us|total_size)=\d+/g)?.join() ?? reached
    if (now !== reached) stall.refresh()
    reached = now
    const written = said.match(/(?<=\bout_time_us=)\d+/g)?.at(-1)
    if (written !== undefined) onWritten?.(Number(written) / 1e6)
  }
  const ended = signal ? AbortSignal.any([signal, standing.signal]) : standing.signal
  await runTool('ffmpeg', [...reporting, ...args], { env, timeoutMs, onOutput, signal: ended }).finally(() =>
    clearTimeout(stall),
  )
}
