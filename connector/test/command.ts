import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

const main = join(import.meta.dirname, '../src/main.ts')

/** Only what the command is told, so that nothing of the machine's environment decides a test. */
const environment = (dataFolder: string, more: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  CONNECTOR_DATA: dataFolder,
  CONNECTOR_LOG: 'silent',
  ...more,
})

export type Said = { code: number | null; stdout: string; stderr: string }

/** Runs a command to its end. */
export async function command(
  dataFolder: string,
  words: string[],
  { env = {}, input = '' }: { env?: NodeJS.ProcessEnv; input?: string } = {},
): Promise<Said> {
  const child = spawn(process.execPath, [main, ...words], { env: environment(dataFolder, env) })
  child.stdin.end(input)
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: code as number | null, stdout, stderr }
}

/** A server of its own, to be killed. */
export async function serveInChild(
  dataFolder: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{
  child: ChildProcess
  url: string
  said: Record<string, unknown>
  kill: (signal: NodeJS.Signals) => Promise<number | null>
}> {
  const child = spawn(process.execPath, [main, 'serve', '--json'], {
    env: environment(dataFolder, { CONNECTOR_PORT: '0', CONNECTOR_ALLOW_PRIVATE_NETWORK: '1', ...env }),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL')) // whatever becomes of the test, nothing stays behind
  const [line] = await once(child.stdout as NodeJS.ReadableStream, 'data')
  const said = JSON.parse(String(line)) as Record<string, unknown>
  return {
    child,
    said,
    url: String(said.url),
    async kill(signal) {
      const exit = once(child, 'exit')
      child.kill(signal)
      const [code] = await exit
      return code as number | null
    },
  }
}
