import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Figure } from './figures.ts'
import { type Running, start } from './program.ts'
import { requestsPerSecond } from './wrk.ts'

export type Compared = { what: string; path: string; must: number; aim: number }

/** Our answer against a bare server that sends the same bytes as a constant. Needs wrk. */
export async function againstConstant(
  { folder, ours, headers }: { folder: string; ours: Running; headers: Record<string, string> },
  { what, path, must, aim }: Compared,
): Promise<Figure> {
  const answer = await fetch(`${ours.origin}${path}`, { headers })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const file = join(folder, `${what}.json`)
  await writeFile(file, bytes)
  const constant = await start(['bench/api/constant-server.ts', file])
  requestsPerSecond(`${ours.origin}${path}`, { headers, seconds: 2 }) // warm
  const rate = requestsPerSecond(`${ours.origin}${path}`, { headers })
  const anchor = requestsPerSecond(`${constant.origin}/`, { headers })
  await constant.stop()
  return {
    what: `${what}, ${(bytes.length / 1000).toFixed(1)} kB`,
    ours: `${rate.toFixed(0)}/s`,
    anchor: `${anchor.toFixed(0)}/s (constant)`,
    ratio: rate / anchor,
    must,
    aim,
  }
}
