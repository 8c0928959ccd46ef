import { expect, test } from 'vitest'
import { type LocalServer, localServer } from '../test/local-server.ts'
import { createClient } from './create-client.ts'
import { fixedToken } from './token-source.ts'

/** A list of ids that may change before each page. */
async function library(ids: string[], beforePage: (page: number, ids: string[]) => void = () => {}) {
  let pages = 0
  return localServer(({ query }) => {
    beforePage(++pages, ids)
    const asked = new URLSearchParams(query)
    const [start, limit] = [Number(asked.get('start')), Number(asked.get('limit'))]
    const results = ids.slice(start, start + limit).map((id) => ({ id }))
    return { found: ids.length, start, limit, results }
  })
}

async function idsOf(server: LocalServer, parameters = { limit: 3 }): Promise<string[]> {
  const client = createClient({ origin: server.origin, token: fixedToken('t') })
  return collected(client.everyContent(parameters))
}

async function collected(contents: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of contents) ids.push(id)
  return ids
}

const letters = (count: number) => Array.from({ length: count }, (_, at) => String.fromCharCode(97 + at))

test('every asset once, in order, and no request more than needed', async () => {
  await using server = await library(letters(8))

  expect(await idsOf(server)).toEqual(letters(8))
  expect(server.heard.map(({ query }) => query)).toEqual(['limit=3&start=0', 'limit=3&start=3', 'limit=3&start=6'])
})

test.each([
  [0, 1],
  [3, 1],
  [4, 2],
])('%d assets take %d requests', async (count, requests) => {
  await using server = await library(letters(count))

  expect(await idsOf(server)).toEqual(letters(count))
  expect(server.heard).toHaveLength(requests)
})

test('what is added in front while reading gives nothing twice', async () => {
  await using server = await library(letters(6), (page, ids) => page === 2 && ids.unshift('new1', 'new2'))
  const ids = await idsOf(server)

  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(expect.arrayContaining([...letters(6), 'new1', 'new2']))
})

test('what would be skipped, because something before it went away, is found', async () => {
  await using server = await library(letters(7), (page, ids) => page === 2 && ids.splice(0, 2))

  expect((await idsOf(server)).sort()).toEqual(letters(7))
})

test('a library that grows without end does not hold the reader for ever', async () => {
  let next = 0
  await using server = await library(letters(3), (_, ids) => ids.unshift(`new${next++}`))

  const ids = await idsOf(server, { limit: 10 })
  expect(new Set(ids).size).toBe(ids.length)
  expect(server.heard.length).toBeLessThan(10)
})

test('pages are asked for as they are read', async () => {
  await using server = await library(letters(9))
  const client = createClient({ origin: server.origin, token: null })

  for await (const content of client.everyContent({ limit: 3 })) if (content.id === 'b') break
  expect(server.heard).toHaveLength(1)
})

test('schemes and albums are read the same way', async () => {
  await using server = await library(letters(2))
  const client = createClient({ origin: server.origin, token: null })

  expect(await collected(client.everyContentOfScheme('image'))).toEqual(['a', 'b'])
  expect(await collected(client.everyContentOfAlbum('SIR13'))).toEqual(['a', 'b'])
  expect(server.heard.map(({ path }) => path)).toEqual(['/api/v1/image', '/api/v1/album/SIR13'])
})

test('a signal ends it', async () => {
  await using server = await library(letters(9))
  const stop = new AbortController()
  const read = async () => {
    for await (const _ of createClient({ origin: server.origin, token: null }).everyContent(
      { limit: 3 },
      { signal: stop.signal },
    )) {
      stop.abort(new Error('enough'))
    }
  }
  await expect(read()).rejects.toThrow('enough')
})
