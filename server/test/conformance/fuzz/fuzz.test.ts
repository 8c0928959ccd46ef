import fc from 'fast-check'
import type { RouteOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FuzzedLibrary, foreignSecret, fuzzedLibrary, outsideSecret } from './library.ts'
import { type FuzzedRequest, requestOf } from './request-of.ts'
import { textsAbout } from './texts.ts'

/** Another seed finds other things: `FUZZ_SEED=7 FUZZ_RUNS=300 npx vitest run server/test/conformance/fuzz`. */
const seed = Number(process.env.FUZZ_SEED ?? 20191018)
const numRuns = Number(process.env.FUZZ_RUNS ?? 16)
const timeout = 5_000 * numRuns + 30_000

let library: FuzzedLibrary
const reached = new Map<number, number>()

beforeAll(async () => {
  library = await fuzzedLibrary()
}, 60_000)
afterAll(() => library.dam.close())

/** Waits for changes as long as it is asked to. */
const patient = /[?&]wait=[^&]*/g
/** The published codes that come with 500. */
const documented = new Set([2152, 3201, 3203])

type Answered = { status: number; text: string; everything: string }

async function send({ path, ...request }: FuzzedRequest, token: string | null): Promise<Answered> {
  const response = await fetch(new URL(path.replaceAll(patient, ''), library.dam.origin), {
    ...request,
    redirect: 'manual',
    headers: {
      ...request.headers,
      'x-forwarded-host': 'localhost',
      ...(token !== null && { authorization: `Bearer ${token}` }),
    },
  })
  const text = await response.text()
  reached.set(response.status, (reached.get(response.status) ?? 0) + 1)
  return { status: response.status, text, everything: `${text}\n${[...response.headers].join('\n')}` }
}

/** What is wrong with an answer, whatever was asked. */
function faultOf(request: FuzzedRequest, answer: Answered): string | null {
  const { status, text } = answer
  if (status < 500) return null
  const { code } = JSON.parse(text) as { code?: number }
  return documented.has(code ?? 0) ? null : `${status} ${text} for ${JSON.stringify(request)}`
}

/** What stands in no request can't have come back from one. */
function leakOf(request: FuzzedRequest, everything: string, secrets: readonly string[]): string | null {
  const found = secrets.find((each) => everything.includes(each))
  if (found === undefined) return null
  const at = Math.max(0, everything.indexOf(found) - 200)
  return `${found} in …${everything.slice(at, at + 400)}… for ${JSON.stringify(request)}`
}

/** `HEAD` has no body to look at, `OPTIONS` is answered by one rule, and the web application's files are files. */
const drivable = ({ method, url }: RouteOptions): boolean =>
  ![method].flat().every((verb) => verb === 'HEAD' || verb === 'OPTIONS') && !url.startsWith('/assets/')

/** Drives each route; what went wrong, by route. */
async function drive(
  routes: RouteOptions[],
  callers: () => Promise<{ name: string; token: string | null }[]>,
  wrongWith: (request: FuzzedRequest, answer: Answered, name: string) => string | null,
): Promise<string[]> {
  const wrong: string[] = []
  for (const route of routes) {
    await library.freshen()
    const property = fc.asyncProperty(
      requestOf(route, textsAbout(library)),
      fc.constantFrom(...(await callers())),
      async (request, { name, token }) => {
        const answer = await send(request, token)
        const fault = faultOf(request, answer) ?? wrongWith(request, answer, name)
        if (fault !== null) throw new Error(fault)
      },
    )
    const { failed, counterexample, errorInstance } = await fc.check(property, { seed, numRuns })
    if (failed) wrong.push(`${route.method} ${route.url} by ${counterexample?.[1].name}: ${errorInstance}`)
  }
  return wrong
}

describe('whatever is sent to any endpoint', () => {
  test('it is never a mistake of ours, and never shows another account', { timeout }, async () => {
    const wrong = await drive(library.routes.filter(drivable), library.tokens, (request, { everything }, name) =>
      name === 'of another account' ? null : leakOf(request, everything, [foreignSecret, ...library.foreignIds]),
    )

    expect(wrong).toEqual([])
  })

  test('a portal never shows what is outside of it', { timeout }, async () => {
    const routes = library.routes.filter((route) => drivable(route) && /^\/api(_binary)?\//.test(route.url))
    const inPortal = async () => [{ name: 'in the portal', token: library.portalToken }]

    const wrong = await drive(routes, inPortal, (request, { everything }) =>
      leakOf(request, everything, [outsideSecret, ...library.outsideIds]),
    )

    expect(wrong).toEqual([])
  })

  test('the server goes on, and the requests got somewhere', async () => {
    const ada = await library.dam.person('afterwards', { role: 'admin' })
    const host = { headers: { 'x-forwarded-host': 'localhost' } }

    expect((await ada.get('/api/v1/search?limit=10', host)).status).toBe(200)
    expect((await library.dam.ask('GET', '/health/ready')).status).toBe(200)
    console.log(
      [...reached]
        .sort(([a], [b]) => a - b)
        .map(([status, count]) => `${status}: ${count}`)
        .join(', '),
    )
    for (const status of [200, 302, 400, 401, 403, 404]) expect(reached.get(status) ?? 0).toBeGreaterThan(10)
  })
})
