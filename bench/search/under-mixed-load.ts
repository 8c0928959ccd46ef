import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Timings } from './timings.ts'

export type Load = { origin: string; token: string; folder: string; assets: number }

const clients = 8
const seconds = 8

/** Runs `meanwhile` again and again while eight clients search as fast as they are answered. */
export async function underMixedLoad(
  { origin, token, folder, assets }: Load,
  meanwhile: () => Promise<void>,
): Promise<Timings> {
  const args = ['bench/search/mixed-load.ts', origin, token, folder, String(clients), String(seconds), String(assets)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  await lines.next()
  let over = false
  const said = lines.next().then((line) => {
    over = true
    return line
  })
  const ended = once(child, 'exit')
  while (!over) await meanwhile()
  const line = await said
  await ended
  if (line.done) throw new Error('The clients ended without a figure')
  return JSON.parse(line.value) as Timings
}
