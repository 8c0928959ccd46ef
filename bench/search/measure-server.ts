import { againstConstant } from '../against-constant.ts'
import { cpuMsOf } from '../cpu-time.ts'
import type { Figure } from '../figures.ts'
import { hasWrk } from '../wrk.ts'
import { type Ask, askWell, openClient, readPage } from './ask.ts'
import { type Answered, askQuestion } from './ask-questions.ts'
import { type Beside, openBeside } from './beside-the-server.ts'
import type { Question } from './questions.ts'
import { type Started, startServer } from './start-server.ts'
import { type Timings, timingsOf } from './timings.ts'
import { underMixedLoad } from './under-mixed-load.ts'

export type Measured = {
  /** Without anything that was kept: the index is made from the database. */
  rebuild: { readyMs: number; firstAnswerMs: number }
  /** The next start of the same server. */
  restart: { readyMs: number; firstAnswerMs: number }
  memoryMb: { idle: number; afterLoad: number }
  detail: Timings
  answers: Record<string, Answered>
  mixed: { searches: Timings; detailMeanwhile: Timings }
  writeToFound: Timings
  import10k: { writtenMs: number; foundMs: number }
  pageAgainstConstant: Figure | null
}

type Given = {
  env: Record<string, string>
  assets: number
  asked: readonly Question[]
  folder: string
  say: (text: string) => void
}

export async function measureServer({ env, assets, asked, folder, say }: Given): Promise<Measured> {
  const beside = await openBeside(env)
  try {
    say('the server starts and makes its index …')
    const first = await startServer(env, beside.token)
    await first.stop()
    const { readyMs, firstAnswerMs } = first
    const server = await startServer(env, beside.token)
    say(`index made in ${seconds(firstAnswerMs)}, next start in ${seconds(server.firstAnswerMs)}`)
    try {
      return {
        rebuild: { readyMs, firstAnswerMs },
        restart: { readyMs: server.readyMs, firstAnswerMs: server.firstAnswerMs },
        ...(await measureRunning({ server, beside, assets, asked, folder, say })),
      }
    } finally {
      await server.stop()
    }
  } finally {
    await beside.close()
  }
}

type Running = Omit<Given, 'env'> & { server: Started; beside: Beside }

async function measureRunning({ server, beside, assets, asked, folder, say }: Running) {
  const { token, folderPath } = beside
  const { ask, close } = openClient(server.origin, token)
  try {
    await new Promise((resolve) => setTimeout(resolve, 5000))
    const idle = server.memoryMb()
    const details = await detailPaths(ask, assets)
    const detail = await timed(ask, details)
    const answers: Record<string, Answered> = {}
    for (const question of asked) {
      answers[question.name] = await askQuestion(
        question,
        { folder: folderPath, ask, cpuMs: () => cpuMsOf(server.pid) },
        stir(ask, details),
      )
      say(`${question.name}: ${answers[question.name]?.median.toFixed(1)} ms`)
    }

    const meanwhile: number[] = []
    const load = { origin: server.origin, token, folder: folderPath, assets }
    const searches = await underMixedLoad(load, async () => {
      meanwhile.push((await askWell(ask, details[meanwhile.length % details.length] ?? '')).ms)
    })
    say('eight clients asked; now writes')
    const writeToFound = await writesUntilFound(ask, details)
    const import10k = await importUntilFound(ask, beside)
    const pageAgainstConstant = hasWrk() ? await listAgainstConstant(server, folder, token) : null
    return {
      memoryMb: { idle, afterLoad: server.memoryMb() },
      detail,
      answers,
      mixed: { searches, detailMeanwhile: timingsOf(meanwhile) },
      writeToFound,
      import10k,
      pageAgainstConstant,
    }
  } finally {
    close()
  }
}

/** Of assets from everywhere in the library. */
async function detailPaths(ask: Ask, assets: number): Promise<string[]> {
  const paths: string[] = []
  for (let part = 0; part < 5; part++) {
    const start = Math.floor((assets / 5) * part)
    const answer = await askWell(ask, `/api/v1/search?limit=100&aggsEnabled=false&sortBy=size&start=${start}`)
    paths.push(...readPage(answer).results.map(({ scheme, id }) => `/api/v1/${scheme}/${id}`))
  }
  return paths
}

async function timed(ask: Ask, paths: readonly string[]): Promise<Timings> {
  const samples: number[] = []
  for (const path of paths) samples.push((await askWell(ask, path)).ms)
  return timingsOf(samples)
}

/** A change of an asset (whose word no question is about), and a search that has taken it in, so that neither is measured with the next question. */
function stir(ask: Ask, details: readonly string[]): () => Promise<void> {
  let turn = 0
  return async () => {
    await askWell(ask, `${details[turn % details.length]}/tag/wstirred-${turn++}`, 'PUT')
    await askWell(ask, '/api/v1/search?limit=1&aggsEnabled=false')
  }
}

/** From the first byte of a change to the end of the search that finds it; it must be the first one. */
async function writesUntilFound(ask: Ask, details: readonly string[]): Promise<Timings> {
  const samples: number[] = []
  for (const [at, path] of details.slice(0, 60).entries()) {
    const began = performance.now()
    await askWell(ask, `${path}/tag/wwritten-${at}`, 'PUT')
    const answer = await askWell(ask, `/api/v1/search?limit=1&aggsEnabled=false&tagsLiteral=wwritten-${at}`)
    samples.push(performance.now() - began)
    if (readPage(answer).found !== 1) throw new Error('What was written was not found at once')
  }
  return timingsOf(samples)
}

/** Another process commits ten thousand new assets; `foundMs` is from its last commit on. */
async function importUntilFound(ask: Ask, beside: Beside): Promise<Measured['import10k']> {
  const count = 10_000
  const began = performance.now()
  await beside.importAssets(count, 'wimported')
  const written = performance.now()
  for (;;) {
    const answer = await askWell(ask, '/api/v1/search?limit=1&aggsEnabled=false&tagsLiteral=wimported')
    if (readPage(answer).found === count) break
  }
  return { writtenMs: written - began, foundMs: performance.now() - written }
}

const listAgainstConstant = (server: Started, folder: string, token: string): Promise<Figure> =>
  againstConstant(
    { folder, ours: server, headers: { authorization: `Bearer ${token}` } },
    { what: 'page of 100', path: '/api/v1/search?limit=100&aggsEnabled=false', must: 0.1, aim: 0.3 },
  )

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
