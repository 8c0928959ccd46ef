import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'

/** The connector is a program of its own; this only starts it, so that there is one command to remember. */
export function connectorCommand(): Command {
  return new Command('connector')
    .description('the print platform: serve, set, sync, status; see descant connector --help')
    .argument('[arguments...]')
    .allowUnknownOption()
    .helpOption(false)
    .action(async (_arguments: string[], _options: unknown, command: Command) => {
      const main = fileURLToPath(new URL('../../../connector/src/main.ts', import.meta.url))
      const child = spawn(process.execPath, [main, ...command.args], { stdio: 'inherit' })
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
      const [code] = (await once(child, 'exit')) as [number | null]
      process.exitCode = code ?? 1
    })
}
