import { Command, CommanderError } from 'commander'
import { ConfigError } from '../app/read-environment.ts'
import { DomainError } from '../domain/domain-error.ts'
import { accountCommands } from './account.ts'
import { apiKeyCommands } from './api-key.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { connectorCommand } from './connector.ts'
import { doctorCommand } from './doctor.ts'
import { groupCommands } from './group.ts'
import { importCommand } from './import.ts'
import { importCantoCommand } from './import-canto.ts'
import { keywordCommands } from './keyword.ts'
import { portalCommands } from './portal.ts'
import { presetCommands } from './preset.ts'
import { reindexCommand } from './reindex.ts'
import { serveCommand } from './serve.ts'
import { userCommands } from './user.ts'
import { verifyCommand } from './verify.ts'
import { webhookCommands } from './webhook.ts'
import { workerCommand } from './worker.ts'

/** Runs `descant …`; answers the exit code, 0 only on success. */
export async function runCommandLine(argv: string[]): Promise<number> {
  const program = new Command('descant')
    .description('A self-hosted digital asset management system that speaks the Canto API v1')
    .showHelpAfterError()
    .exitOverride()
  const commands = [
    serveCommand(),
    workerCommand(),
    accountCommands(),
    userCommands(),
    groupCommands(),
    portalCommands(),
    apiKeyCommands(),
    keywordCommands(),
    presetCommands(),
    webhookCommands(),
    importCommand(),
    importCantoCommand(),
    verifyCommand(),
    reindexCommand(),
    backupCommand(),
    restoreCommand(),
    doctorCommand(),
    connectorCommand(),
  ]
  for (const each of commands) program.addCommand(withoutExit(each))

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
