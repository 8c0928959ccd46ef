import { runTool } from './run-tool.ts'

let isPossible: Promise<boolean> | undefined

/** The command where it finds no network, if this machine lets us take it away. https://man7.org/linux/man-pages/man1/unshare.1.html */
export async function withoutNetwork(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ command: string; args: readonly string[] }> {
  const apart = ['--map-root-user', '--net', '--']
  isPossible ??= runTool('unshare', [...apart, 'true'], { env, timeoutMs: 5000 }).then(
    () => true,
    () => false,
  )
  return (await isPossible) ? { command: 'unshare', args: [...apart, command, ...args] } : { command, args }
}
