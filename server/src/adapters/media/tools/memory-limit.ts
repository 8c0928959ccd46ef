const kibibytes = 4 * 1024 * 1024

/** A tool that grows beyond 4 GiB of addresses is refused more and ends. Where there is no such limit it runs without. */
export function withMemoryLimit(command: string, args: readonly string[]): { command: string; args: string[] } {
  if (process.platform !== 'linux') return { command, args: [...args] }
  return { command: '/bin/sh', args: ['-c', `ulimit -v ${kibibytes}; exec "$0" "$@"`, command, ...args] }
}
