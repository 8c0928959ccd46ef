import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { basename, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Figure } from '../figures.ts'
import type { Running } from '../program.ts'
import { decodersPriority } from './decoders-priority.ts'
import type { LibraryClient } from './library-client.ts'
import { timesOf } from './times-of.ts'
import { watchMemory } from './watch-memory.ts'

/** Uploading photos until all are assets with previews, against the tools that make these called bare; and who waits meanwhile. */
export async function benchIngest(
  folder: string,
  photos: readonly string[],
  { ours, client }: { ours: Running; client: LibraryClient },
): Promise<{ figures: Figure[]; assets: Map<string, { id: string; scheme: string }> }> {
  const bare = await bareIngest(folder)

  // One before: whatever starts with the first file has started.
  const [first, ...others] = photos as [string, ...string[]]
  await client.sendAll([first])
  const known = await client.whenDone([basename(first)])
  const { id, scheme } = known.values().next().value as { id: string; scheme: string }
  const detail = `${client.origin}/api/v1/${scheme}/${id}`
  const idle = await timesOf(detail, client.headers, { seconds: 5 })

  const memory = watchMemory(ours.pid)
  const began = performance.now()
  await client.sendAll(others)
  const assets = await client.whenDone(others.map((path) => basename(path)))
  const seconds = (performance.now() - began) / 1000
  const peak = memory.stop()

  // The same photos as new assets, from a process of its own: whoever sends must not keep the clock waiting.
  const importing = sendFromElsewhere(client, others)
  const busy = await timesOf(detail, client.headers, { until: importing })
  const rate = others.length / seconds
  const bareRate = photos.length / bare.seconds

  return {
    assets,
    figures: [
      {
        what: `ingest of ${others.length} photos`,
        ours: `${rate.toFixed(1)}/s`,
        anchor: `${bareRate.toFixed(1)}/s (sharp, exiftool, hashes)`,
        ratio: rate / bareRate,
        must: 0.6,
        aim: 0.85,
      },
      {
        what: 'its memory',
        ours: `${peak.toFixed(0)} MiB`,
        anchor: `${bare.memory.toFixed(0)} MiB`,
        ratio: peak / bare.memory,
        must: 2,
        aim: 1.5,
        lowerIsBetter: true,
      },
      {
        what: 'p99 of details meanwhile',
        ours: `${busy.p99.toFixed(1)} ms`,
        anchor: `${idle.p99.toFixed(1)} ms (idle)`,
        ratio: busy.p99 / idle.p99,
        must: 3,
        aim: 2,
        lowerIsBetter: true,
      },
    ],
  }
}

async function sendFromElsewhere({ origin, token }: LibraryClient, paths: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['bench/media/send-files.ts', origin, token, ...paths], { stdio: 'inherit' })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`Sending ended with ${code}`)
}

async function bareIngest(folder: string): Promise<{ seconds: number; memory: number }> {
  const to = join(folder, 'bare')
  await mkdir(to)
  const child = spawn(process.execPath, ['bench/media/bare-ingest.ts', join(folder, 'photos'), to], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  setPriority(child.pid ?? 0, decodersPriority)
  const memory = watchMemory(child.pid ?? 0)
  const said = buffer(child.stdout)
  await once(child, 'exit')
  const { seconds } = JSON.parse((await said).toString()) as { seconds: number }
  return { seconds, memory: memory.stop() }
}
