import { Command, CommanderError } from 'commander'
import { ConfigError } from '../app/read-environment.ts'
import { DomainError } from '../domain/domain-error.ts'

/** One file per command, read when it is asked for: a server starts without the code of all others. */
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./serve.ts')).serveCommand(),
  worker: async () => (await import('./worker.ts')).workerCommand(),
  account: async () => (await import('./account.ts')).accountCommands(),
  user: async () => (await import('./user.ts')).userCommands(),
  group: async () => (await import('./group.ts')).groupCommands(),
  portal: async () => (await import('./portal.ts')).portalCommands(),
  'api-key': async () => (await import('./api-key.ts')).apiKeyCommands(),
  keyword: async () => (await import('./keyword.ts')).keywordCommands(),
  preset: async () => (await import('./preset.ts')).presetCommands(),
  webhook: async () => (await import('./webhook.ts')).webhookCommands(),
  import: async () => (await import('./import.ts')).importCommand(),
  'import-canto': async () => (await import('./import-canto.ts')).importCantoCommand(),
  verify: async () => (await import('./verify.ts')).verifyCommand(),
  reindex: async () => (await import('./reindex.ts')).reindexCommand(),
  backup: async () => (await import('./backup.ts')).backupCommand(),
  restore: async () => (await import('./backup.ts')).restoreCommand(),
  reprocess: async () => (await import('./reprocess.ts')).reprocessCommand(),
  doctor: async () => (await import('./doctor.ts')).doctorCommand(),
  connector: async () => (await import('./connector.ts')).connectorCommand(),
}

/** Runs `descant …`; answers the exit code, 0 only on success. */
export async function runCommandLine(argv: string[]): Promise<number> {
  const program = new Command('descant')
    .description('A self-hosted digital asset management system that speaks the Canto API v1')
    .showHelpAfterError()
    .exitOverride()
  const asked = Object.entries(commands).filter(([name]) => name === argv[2])
  for (const [, load] of asked.length > 0 ? asked : Object.entries(commands))
    program.addCommand(withoutExit(await load()))

  try {
    await program.parseAsync(argv)
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode
    if (!(error instanceof ConfigError || error instanceof DomainError || isSystemError(error))) throw error
    process.stderr.write(`${error.message}\n`)
    if (argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error: error.message })}\n`)
    return 1
  }
}

/** commander would end the process itself. */
function withoutExit(command: Command): Command {
  command.exitOverride()
  for (const inner of command.commands) withoutExit(inner)
  return command
}

/** A port in use, a folder that may not be written: the message says it, a stack would not add anything. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string'
