import { expect, test } from 'vitest'
import { type Answering, localServer, quickly, refuse } from '../test/local-server.ts'
import { createClient } from './create-client.ts'
import { CantoFailure, ConnectionFailure } from './failures.ts'
import { fixedToken } from './token-source.ts'
import type { Retry } from './with-retries.ts'

const picture = { scheme: 'image', id: 'a' } as const

/** A server that answers with these statuses in turn, and then well. */
const answering =
  (...refusals: [status: number, headers?: Record<string, string>][]): Answering =>
  (_, response) => {
    const [status, headers] = refusals.shift() ?? []
    return status === undefined ? { userId: 'mara@example.com' } : refuse(response, status, headers)
  }

const clientOf = (origin: string, more: Partial<Parameters<typeof createClient>[0]> = {}) =>
  createClient({ origin, token: fixedToken('t'), backOff: quickly, ...more })

test.each([429, 500, 502, 503, 504])('a GET answered with %d is asked again until it is answered', async (status) => {
  await using server = await localServer(answering([status], [status], [status]))
  const retries: Retry[] = []

  const user = await clientOf(server.origin, { onRetry: (retry) => retries.push(retry) }).user()

  expect(user.userId).toBe('mara@example.com')
  expect(retries.map((retry) => [retry.attempt, retry.status])).toEqual([
    [1, status],
    [2, status],
    [3, status],
  ])
})

test('after five attempts the last answer is the failure', async () => {
  await using server = await localServer((_, response) => refuse(response, 503))

  const failure = await clientOf(server.origin)
    .user()
    .catch((error: unknown) => error)

  expect(failure).toBeInstanceOf(CantoFailure)
  expect(failure).toMatchObject({ status: 503, code: 503, method: 'GET', path: '/api/v1/user' })
  expect(server.heard).toHaveLength(5)
})

test.each([400, 403, 404, 501])('%d is an answer, not asked again', async (status) => {
  await using server = await localServer((_, response) => refuse(response, status))

  await expect(clientOf(server.origin).user()).rejects.toMatchObject({ status, message: `refused with ${status}` })
  expect(server.heard).toHaveLength(1)
})

test('Retry-After is waited for, in seconds and as a date', async () => {
  const now = Date.UTC(2024, 0, 1)
  const soon = new Date(now).toUTCString()
  await using server = await localServer(answering([429, { 'retry-after': '1' }], [503, { 'retry-after': soon }]))
  const retries: Retry[] = []
  const began = performance.now()

  await clientOf(server.origin, { onRetry: (retry) => retries.push(retry), now: () => now }).user()

  expect(retries.map((retry) => retry.waitMs)).toEqual([1000, 0])
  expect(performance.now() - began).toBeGreaterThan(950)
})

test('a Retry-After that is too long is told instead of waited for', async () => {
  await using server = await localServer(answering([429, { 'retry-after': '3600' }]))

  await expect(clientOf(server.origin).user()).rejects.toMatchObject({ status: 429, retryAfterMs: 3_600_000 })
  expect(server.heard).toHaveLength(1)
})

test('a POST is asked again only when the server says when', async () => {
  await using unsure = await localServer(answering([500]))
  await expect(clientOf(unsure.origin).addKeyword('a')).rejects.toMatchObject({ status: 500 })
  expect(unsure.heard).toHaveLength(1)

  await using silent = await localServer(answering([503]))
  await expect(clientOf(silent.origin).addKeyword('a')).rejects.toMatchObject({ status: 503 })
  expect(silent.heard).toHaveLength(1)

  await using later = await localServer(answering([503, { 'retry-after': '0' }], [429, { 'retry-after': '0' }]))
  await clientOf(later.origin).addKeyword('a')
  expect(later.heard).toHaveLength(3)
})

test('a PUT is asked again, but not after a 500', async () => {
  await using server = await localServer(answering([502]))
  await clientOf(server.origin).addTag(picture, 'a')
  expect(server.heard).toHaveLength(2)

  await using broken = await localServer(answering([500]))
  await expect(clientOf(broken.origin).addTag(picture, 'a')).rejects.toMatchObject({ status: 500 })
})

test('a broken line is mended for a GET and told for a POST', async () => {
  let broken = 2
  const breaking: Answering = (_, response) => {
    if (broken-- > 0) response.destroy()
    else return { userId: 'mara@example.com' }
  }
  await using server = await localServer(breaking)
  expect(await clientOf(server.origin).user()).toMatchObject({ userId: 'mara@example.com' })
  expect(server.heard).toHaveLength(3)

  broken = 1
  await expect(clientOf(server.origin).addKeyword('a')).rejects.toBeInstanceOf(ConnectionFailure)
  expect(server.heard).toHaveLength(4)
})

test('a server that is not there is a ConnectionFailure with the reason', async () => {
  const server = await localServer(() => undefined)
  await server[Symbol.asyncDispose]()
  const { host } = new URL(server.origin)

  await expect(clientOf(server.origin).user()).rejects.toMatchObject({
    name: 'ConnectionFailure',
    reason: 'ECONNREFUSED',
    message: `${host} could not be reached (ECONNREFUSED)`,
  })
})

test('a server that never answers is a ConnectionFailure too', async () => {
  await using server = await localServer(() => undefined)

  const client = clientOf(server.origin, { timeoutMs: 300, backOff: { ...quickly, attempts: 2 } })

  await expect(client.user()).rejects.toMatchObject({ name: 'ConnectionFailure', reason: 'timeout' })
  expect(server.heard).toHaveLength(2)
})

test('a signal ends a call at once: the call’s own and the client’s, in an answer and in a pause', async () => {
  const stop = new AbortController()
  await using silent = await localServer(() => void stop.abort(new Error('enough')))
  await expect(clientOf(silent.origin).user({ signal: stop.signal })).rejects.toThrow('enough')
  expect(silent.heard).toHaveLength(1)

  const close = new AbortController()
  await using busy = await localServer((_, response) => refuse(response, 503, { 'retry-after': '60' }))
  const client = clientOf(busy.origin, { signal: close.signal, onRetry: () => close.abort(new Error('closing')) })
  await expect(client.user()).rejects.toThrow('closing')
  await expect(client.user()).rejects.toThrow('closing')
  expect(busy.heard).toHaveLength(1)
})
