import type { ProblemWire } from '../../../src/api/problem-wire.ts'

/** The connector refused; `message` is a sentence for a person. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly problem: string
  constructor(status: number, { problem, message }: ProblemWire) {
    super(message)
    this.status = status
    this.problem = problem
  }
}

type Asked = { method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; body?: unknown; signal?: AbortSignal }

/** One question to our own server. */
export async function ask<Answer>(path: string, { method = 'GET', body, signal }: Asked = {}): Promise<Answer> {
  const answer = await fetch(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(signal ? { signal } : {}),
  })
  const text = await answer.text()
  if (answer.ok) return (text === '' ? undefined : JSON.parse(text)) as Answer
  throw new Refused(answer.status, problemIn(text))
}

function problemIn(text: string): ProblemWire {
  try {
    const { problem, message } = JSON.parse(text) as ProblemWire
    if (typeof message === 'string') return { problem, message }
  } catch {
    // a proxy's page, not ours
  }
  return { problem: 'unknown', message: 'The server gave an answer that we do not understand.' }
}

export const isRefused = (error: unknown, status: number): error is Refused =>
  error instanceof Refused && error.status === status
