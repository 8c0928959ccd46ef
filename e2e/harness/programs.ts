import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Program = {
  /** The JSON value it answered when it was ready. */
  ready: Record<string, unknown>
  pid: number
  /** Throws with what it said when it has ended by itself. */
  expectAlive(): void
  /** As an operator would; resolves when it has ended. */
  stop(): Promise<void>
  /** As a power cut would. */
  kill(): Promise<void>
}

const mains = { server: 'server/bin/descant.mjs', connector: 'connector/src/main.ts' }

type Environment = Record<string, string>

/** Starts one of the two programs as its own process and waits until it says where it is. */
export async function startProgram(main: 'server' | 'connector', env: Environment): Promise<Program> {
  const child = spawn(process.execPath, [mains[main], 'serve', '--json'], {
    cwd: root,
    env: { ...plainEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const line = await firstLine(child, said)
  child.stdout?.resume()

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  return {
    ready: JSON.parse(line) as Record<string, unknown>,
    pid: child.pid as number,
    expectAlive() {
      if (child.exitCode === null && child.signalCode === null) return
      throw new Error(`The program ended with ${child.exitCode ?? child.signalCode}: ${said.join('')}`)
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/** Runs a command to its end; its JSON answer, or an error with what it said. */
export async function runCommand<Value>(env: Environment, args: string[], input = ''): Promise<Value> {
  const child = spawn(process.execPath, ['server/bin/descant.mjs', ...args, '--json'], {
    cwd: root,
    env: { ...plainEnvironment(), ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const [out, err]: [string[], string[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk.toString()))
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`descant ${args.join(' ')} ended with ${code}: ${out.join('')}${err.join('')}`)
  return JSON.parse(out.join('')) as Value
}

/** A port nobody listens on now. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return String(port)
}

async function firstLine(child: ChildProcess, said: string[]): Promise<string> {
  if (!child.stdout) throw new Error('The program has no standard output')
  const lines = createInterface({ input: child.stdout })
  const first = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => undefined)])
  if (!first) throw new Error(`The program ended before it was ready: ${said.join('')}`)
  return String(first[0])
}

/** Settings of the machine's own environment do not reach the programs under test. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DESCANT|CONNECTOR)_/.test(name)))
}
