import { type Ask, askWell, readPage } from './ask.ts'
import { type Asked, pathOf, type Question } from './questions.ts'
import { type Timings, timingsOf } from './timings.ts'

/** What one search answered; `found` once for each thing asked, so that those who answer can be compared. */
export type Answered = Timings & {
  found: number[]
  /** What the server computed for one of them, on all its threads; `null` of peers. */
  cpuMs: number | null
}

/** Between rounds `stir` writes something. */
export async function askQuestion(
  question: Question,
  { folder, ask, cpuMs }: { folder: string; ask: Ask; cpuMs: () => number },
  stir: () => Promise<void>,
): Promise<Answered> {
  const samples: number[] = []
  const found: number[] = []
  let computed = 0
  for (let round = 0; round < question.rounds; round++) {
    await stir()
    const before = cpuMs()
    for (const asked of question.asked) {
      const answer = await askWell(ask, pathOf(asked, folder))
      samples.push(answer.ms)
      if (round === 0) found.push(readPage(answer).found)
    }
    computed += cpuMs() - before
  }
  return { ...timingsOf(samples), found, cpuMs: computed / samples.length }
}

export type Peer = {
  name: string
  ask(asked: Asked): Promise<{ ms: number; found: number }>
  close(): Promise<void>
}

const longEnoughMs = 15_000

/** A peer that takes long is asked fewer times. */
export async function askPeer(question: Question, peer: Peer): Promise<Answered> {
  const samples: number[] = []
  const found: number[] = []
  const began = performance.now()
  for (const asked of question.asked) {
    const answer = await peer.ask(asked)
    samples.push(answer.ms)
    found.push(answer.found)
    if (performance.now() - began > longEnoughMs) break
  }
  return { ...timingsOf(samples), found, cpuMs: null }
}
