import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { againstConstant } from '../against-constant.ts'
import { type Figure, printFigures } from '../figures.ts'
import { type Running, start } from '../program.ts'
import { hasWrk } from '../wrk.ts'
import { durableCommitsPerSecond } from './durable-commits.ts'
import { editsPerSecond } from './edits.ts'
import { type Seeded, seedLibrary } from './seed-library.ts'

const server = ['server/bin/descant.mjs', 'serve', '--json']

/** The API against the same bytes as a constant answer, bare commits and a bare start. Token checks are on. */
export async function benchApi(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'descant-bench-'))
  try {
    const [small, large] = [environment(join(folder, 'small')), environment(join(folder, 'large'))]
    console.log('Making libraries of 1,000 and of 100,000 assets …')
    const seeded = await seedLibrary(small, 1000)
    const { token } = await seedLibrary(large, 100_000)
    const figures = [...(await startAndMemory(folder, large, token)), ...(await underLoad(folder, small, seeded))]
    printFigures('API, over HTTP with token checks', figures)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const environment = (dataFolder: string): Record<string, string> => ({
  DESCANT_DATA: dataFolder,
  DESCANT_PORT: '0',
  DESCANT_RATE_LIMITS: 'off',
  DESCANT_LOG: 'error',
})

async function startAndMemory(folder: string, full: Record<string, string>, token: string): Promise<Figure[]> {
  const empty = environment(join(folder, 'empty'))
  await (await start(server, empty)).stop() // makes the data folder, and fills the caches of both
  await (await start(['bench/api/bare-start.ts'])).stop()
  const bare = await start(['bench/api/bare-start.ts'])
  const ours = await start(server, empty)
  const atRest = await memoryAtRest(ours)
  await ours.stop()
  await bare.stop()
  const large = await start(server, full)
  await firstAnswer(`${large.origin}/api/v1/search?limit=1`, { authorization: `Bearer ${token}` }) // the index, too
  const atRestLarge = await memoryAtRest(large)
  await large.stop()

  return [
    {
      what: 'start to ready',
      ours: `${ours.readyMs.toFixed(0)} ms`,
      anchor: `${bare.readyMs.toFixed(0)} ms (bare Fastify, sharp, SQLite)`,
      ratio: ours.readyMs / bare.readyMs,
      must: 4,
      aim: 2,
      lowerIsBetter: true,
    },
    memory('memory at rest, empty', atRest, 165, 130),
    memory('memory at rest, 100,000 assets', atRestLarge, 312, 250),
  ]
}

/** While the index is made for the first time, the answer is 503. */
async function firstAnswer(url: string, headers: Record<string, string>): Promise<void> {
  for (;;) {
    const { ok, status } = await fetch(url, { headers })
    if (ok) return
    if (status !== 503) throw new Error(`${url} answered ${status}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function memoryAtRest(program: Running): Promise<number> {
  await fetch(`${program.origin}/health/ready`)
  await new Promise((resolve) => setTimeout(resolve, 15_000)) // V8 keeps pages for ten seconds in case they are needed again
  return program.memoryMb()
}

const memory = (what: string, mb: number, must: number, aim: number): Figure => ({
  what,
  ours: `${mb.toFixed(0)} MiB`,
  anchor: `${must} MiB`,
  ratio: mb / must,
  must: 1,
  aim: aim / must,
  lowerIsBetter: true,
})

async function underLoad(folder: string, env: Record<string, string>, seeded: Seeded): Promise<Figure[]> {
  if (!hasWrk()) {
    console.log('skipped: detail and page against constant answers (needs wrk)')
    return []
  }
  const ours = await start(server, env)
  const headers = { authorization: `Bearer ${seeded.token}` }
  const beside = { folder, ours, headers }
  const detailPath = `/api/v1/image/${seeded.assetId}`
  const detail = await againstConstant(beside, { what: 'detail', path: detailPath, must: 0.25, aim: 0.5 })
  const pagePath = '/api/v1/image?limit=100&aggsEnabled=false'
  const page = await againstConstant(beside, { what: 'page of 100', path: pagePath, must: 0.1, aim: 0.3 })
  const edits = await editsPerSecond(ours.origin, seeded)
  await ours.stop()
  const commits = durableCommitsPerSecond(folder)

  return [
    detail,
    page,
    {
      what: 'edits, 8 clients',
      ours: `${edits.toFixed(0)}/s`,
      anchor: `${commits.toFixed(0)}/s (bare durable commits)`,
      ratio: edits / commits,
      must: 0.05,
      aim: 0.15,
    },
  ]
}
