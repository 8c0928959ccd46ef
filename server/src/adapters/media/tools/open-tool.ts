import { OverLimit } from '../../../domain/ports/media-tools.ts'
import { runTool } from './run-tool.ts'

export type OpenedTool = {
  run(args: readonly string[], signal?: AbortSignal): Promise<Buffer>
  /** Asked once; `null`: it is not installed. */
  version(): Promise<string | null>
}

const maxOutputBytes = 512 * 1024 * 1024

export function openTool(
  command: string,
  versionArgs: readonly string[],
  { timeoutMs, env }: { timeoutMs: number; env: Record<string, string> },
): OpenedTool {
  let version: Promise<string | null> | undefined

  async function askVersion(): Promise<string | null> {
    try {
      const { output, complaints } = await runTool(command, versionArgs, { env, timeoutMs: 30_000 })
      return /\d+(\.\d+)+\S*/.exec(`${output}${complaints}`)?.[0] ?? 'unknown'
    } catch (error) {
      if (error instanceof OverLimit) version = undefined // a busy machine says nothing of the tool: asked again
      return null
    }
  }

  return {
    async run(args, signal) {
      return (await runTool(command, args, { env, timeoutMs, signal, maxOutputBytes })).output
    },
    version() {
      version ??= askVersion()
      return version
    },
  }
}
