import { CantoFailure, type TokenSource } from '@descant/client'
import { failureOf } from './failure-of.ts'

export type Asked = {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  signal?: AbortSignal
}

/** What the published API lacks. Rejects with CantoFailure, or the browser's TypeError when there is no answer. */
export interface WebApi {
  json<T>(path: string, asked?: Asked): Promise<T>
  /** A bare value, as some published methods answer. */
  text(path: string, asked?: Asked): Promise<string>
  /** Where only it matters that it was done. */
  done(path: string, asked: Asked): Promise<void>
  /** Follows redirects and answers where they end. */
  finalUrl(path: string): Promise<string>
}

export function openWebApi(token: TokenSource): WebApi {
  const send = (path: string, { method = 'GET', body, signal }: Asked, accessToken: string) =>
    fetch(path, {
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal !== undefined && { signal }),
    })

  const ask = async (path: string, asked: Asked = {}): Promise<Response> => {
    const first = await token.accessToken(asked.signal)
    let response = await send(path, asked, first)
    if (response.status === 401) {
      const renewed = await token.renew(first, asked.signal)
      if (renewed !== null) response = await send(path, asked, renewed)
    }
    if (!response.ok) throw await failureOf(response, asked.method ?? 'GET')
    return response
  }

  return {
    json: async <T>(path: string, asked?: Asked) => (await ask(path, asked)).json() as Promise<T>,

    text: async (path, asked) => (await ask(path, asked)).text(),

    async done(path, asked) {
      const response = await ask(path, asked)
      await response.text()
    },

    finalUrl: async (path) => (await ask(path, { method: 'HEAD' })).url,
  }
}

export const isFailure = (error: unknown, status: number): boolean =>
  error instanceof CantoFailure && error.status === status
