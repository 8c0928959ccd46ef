#!/usr/bin/env node
import { Command } from 'commander'
import { feature } from './cli/feature.ts'
import { serve } from './cli/serve.ts'
import { set } from './cli/set.ts'
import { status } from './cli/status.ts'
import { sync } from './cli/sync.ts'
import { user } from './cli/user.ts'

const program = new Command('connector')
  .description('A print library that imports the files a DAM marks for it')
  .addCommand(serve)
  .addCommand(set)
  .addCommand(sync)
  .addCommand(status)
  .addCommand(user)
  .addCommand(feature)

process.umask(0o077)

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
