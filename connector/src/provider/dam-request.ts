import type { Dispatcher } from 'undici'
import { request } from 'undici'
import { AddressRefused } from '../network/guarded-agent.ts'
import { DamFailure, DamUnreachable, NotADam } from './failures.ts'

export type DamAnswer = Dispatcher.ResponseData<null>
export type DamCall = {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  signal: AbortSignal
}

/** One request, with what goes wrong below HTTP said in our words. Redirects are answers like any other. */
export async function damRequest(
  agent: Dispatcher,
  url: string,
  { method = 'GET', ...call }: DamCall,
): Promise<DamAnswer> {
  try {
    return await request(url, {
      dispatcher: agent,
      method,
      ...call,
      headers: { 'user-agent': 'Descant', ...call.headers },
    })
  } catch (error) {
    throw networkFailure(error, url)
  }
}

/** The body as text, bounded by the agent that made the request. */
export async function readText(answer: DamAnswer, url: string): Promise<string> {
  try {
    return await answer.body.text()
  } catch (error) {
    throw networkFailure(error, url)
  }
}

/** Whatever a DAM sends as JSON; anything else is not a DAM's answer. */
export function parseJson(text: string, url: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new NotADam(`${new URL(url).host} did not answer with JSON`, { cause })
  }
}

export function networkFailure(error: unknown, url: string): unknown {
  const { name, code } = error as { name?: string; code?: string }
  if (error instanceof DamFailure || error instanceof AddressRefused || name === 'AbortError') return error
  const { host } = new URL(url)
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return new NotADam(`${host} sent an answer without end`, { cause: error })
  return new DamUnreachable(`${host} cannot be reached (${code ?? (error as Error).message})`, { cause: error })
}
