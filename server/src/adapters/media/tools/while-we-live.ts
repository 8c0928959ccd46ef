import { withMemoryLimit } from './memory-limit.ts'

/**
 * Waits beside the tool, in its group, for the end of what it reads from us: that comes when the tool has ended, and
 * also when we have, however we were killed. Then it ends the group, and whatever the tool has started with it.
 * A shell gives what runs beside it nothing to read, unless it is kept under another number.
 */
const script = `exec 3<&0
{ read -r nothing <&3; kill -9 -$$; } >/dev/null 2>&1 &
exec "$0" "$@" </dev/null 3<&-`

/** A tool that does not outlive this process, with the limit of memory; to be started with these options. */
export function whileWeLive(
  command: string,
  args: readonly string[],
): { command: string; args: string[]; options: { stdio: 'pipe'; detached: true } } {
  const limited = withMemoryLimit(command, args)
  return {
    command: '/bin/sh',
    args: ['-c', script, limited.command, ...limited.args],
    // a group of its own, so that whatever it starts ends with it
    options: { stdio: 'pipe', detached: true },
  }
}
