// Both programs on the embedded default: the library on 8080, the connector on 8090. Ctrl+C ends both.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

const connector = `http://${process.env.CONNECTOR_HOST ?? '127.0.0.1'}:${process.env.CONNECTOR_PORT ?? '8090'}`

const programs = [
  run('server/bin/descant.mjs', ['serve', '--connector', process.env.CONNECTOR_PUBLIC_URL ?? connector], {
    DESCANT_SAMPLE: '1',
  }),
  run('connector/src/main.ts', ['serve'], { CONNECTOR_ALLOW_PRIVATE_NETWORK: '1' }),
]
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopAll(signal))

// One alone is not what was asked for.
const exits = programs.map((program) => once(program, 'exit').then(([code]) => code as number | null))
const first = await Promise.race(exits)
stopAll('SIGTERM')
await Promise.all(exits)
process.exitCode = first ?? 0

function run(main: string, command: string[], defaults: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [main, ...command], { stdio: 'inherit', env: { ...defaults, ...process.env } })
}

function stopAll(signal: NodeJS.Signals): void {
  for (const program of programs) if (program.exitCode === null) program.kill(signal)
}
