import { refusalOf, SignedOut } from './server-refusal.ts'
import type { SessionKeeper } from './session.ts'

export type QueryValue = string | number | boolean | undefined

export type Asked = {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  query?: Record<string, QueryValue>
  body?: unknown
  signal?: AbortSignal
}

/** The server, asked in the name of whoever is signed in. */
export interface Dam {
  /** Rejects with ServerRefusal, SignedOut, or the browser's TypeError when the server cannot be reached. */
  ask(path: string, asked?: Asked): Promise<Response>
  json<T>(path: string, asked?: Asked): Promise<T>
}

export function speakToDam(session: SessionKeeper): Dam {
  const send = async (path: string, { method = 'GET', query, body, signal }: Asked, token: string) =>
    fetch(path + toQueryString(query), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal !== undefined && { signal }),
    })

  const ask = async (path: string, asked: Asked = {}): Promise<Response> => {
    const token = await session.token()
    let response = await send(path, asked, token)
    if (response.status === 401) {
      session.forget(token)
      response = await send(path, asked, await session.token())
      if (response.status === 401) throw new SignedOut()
    }
    if (!response.ok) throw await refusalOf(response)
    return response
  }

  return {
    ask,
    json: async <T>(path: string, asked?: Asked) => (await ask(path, asked)).json() as Promise<T>,
  }
}

/** A space is `%20`, never `+`: in some filters a plus means AND. */
function toQueryString(query: Record<string, QueryValue> = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  if (given.length === 0) return ''
  return `?${given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`
}
