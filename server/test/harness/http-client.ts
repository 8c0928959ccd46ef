export type Answer<Body = unknown> = {
  status: number
  headers: Headers
  /** Parsed where the answer is JSON, text otherwise. */
  body: Body
  bytes: Buffer
}

export type Ask = { headers?: Record<string, string>; body?: unknown; signal?: AbortSignal }

/** Plain HTTP as a client without any of our code would speak it. Redirects are answers, not followed. */
export async function ask<Body = unknown>(
  method: string,
  url: string,
  { headers, body, signal }: Ask = {},
): Promise<Answer<Body>> {
  const plain =
    body === undefined ||
    typeof body === 'string' ||
    body instanceof Uint8Array ||
    body instanceof FormData ||
    body instanceof URLSearchParams
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...(plain ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: plain ? (body as BodyInit) : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const parsed: unknown = isJson && bytes.length > 0 ? JSON.parse(bytes.toString()) : bytes.toString()
  return { status: response.status, headers: response.headers, body: parsed as Body, bytes }
}
