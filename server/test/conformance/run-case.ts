import { isDeepStrictEqual } from 'node:util'
import type { Answer } from '../harness/http-client.ts'
import { compareShapes, type Finding } from './compare-shapes.ts'
import type { Asked, DocumentedAnswer, DocumentedCase, DocumentedMethod } from './documented-method.ts'
import type { ConformanceScene } from './scene.ts'

/** What is not as documented, each as a line; nothing: it is, or differs for a reason that is given. */
export async function runCase(
  scene: ConformanceScene,
  method: DocumentedMethod,
  documented: DocumentedCase,
): Promise<string[]> {
  await scene.begin()
  const { as = 'contributor', after = [], ask, status, answer, differs = [] } = documented
  for (const each of after) await send(scene, as, each)
  const ours = typeof ask === 'function' ? await ask(scene) : await send(scene, as, ask)

  const findings = [...compareStatus(status, ours.status), ...compareAnswer(answer ?? usualAnswer(ours), ours)]
  if (typeof ask !== 'function' && status < 400) findings.push(...compareRate(method.perMinute, ours))
  return judge(findings, differs, ours)
}

async function send(scene: ConformanceScene, as: NonNullable<DocumentedCase['as']>, asked: Asked): Promise<Answer> {
  const { to, body, headers } = typeof asked === 'string' ? { to: asked, body: undefined, headers: undefined } : asked
  const [verb = '', ...rest] = to.split(' ')
  const path = encodeURI(filled(rest.join(' '), scene)).replaceAll('%25', '%')
  const options = {
    ...(body !== undefined && { body: JSON.parse(filled(JSON.stringify(body), scene)) as unknown }),
    ...(headers && { headers }),
  }
  return as === 'nobody' || as === 'stranger'
    ? scene.dam.ask(verb, path, options)
    : scene.people[as].ask(verb, path, options)
}

const filled = (text: string, scene: ConformanceScene): string =>
  text.replace(/\{([a-z ]+)\}/g, (_, name: string) => scene.named(name))

const compareStatus = (documented: number, ours: number): Finding[] =>
  documented === ours ? [] : [{ at: 'status', documented: String(documented), ours: String(ours) }]

/** The reference gives refusals a status and no body; ours all have the same one. */
const usualAnswer = ({ status }: Answer): DocumentedAnswer | undefined =>
  status >= 400 ? { json: { code: 40400, message: 'a sentence' } } : undefined

function compareAnswer(documented: DocumentedAnswer | undefined, { body, bytes, headers }: Answer): Finding[] {
  const type = headers.get('content-type') ?? ''
  const expectType = (wanted: RegExp): Finding[] =>
    wanted.test(type) ? [] : [{ at: 'content-type', documented: String(wanted), ours: type }]
  if (documented === undefined) return []
  if (documented === 'nothing')
    return bytes.length === 0 ? [] : [{ at: 'body', documented: 'nothing', ours: bytes.toString() }]
  if ('leadsTo' in documented) return matches('location', documented.leadsTo, headers.get('location') ?? '')
  if ('text' in documented)
    return [...matches('body', documented.text, String(body)), ...expectType(/^text\/plain; charset=utf-8$/)]
  if ('page' in documented)
    return [
      ...expectType(/^text\/html/),
      ...(String(body).includes(documented.page) ? [] : [{ at: 'body', documented: documented.page, ours: '' }]),
    ]
  if (/xml/.test(type)) return []
  const json = expectType(/^application\/json; charset=utf-8$/)
  if ('exactly' in documented) {
    const { exactly } = documented
    const isSame = isDeepStrictEqual(exactly, body)
    return [
      ...json,
      ...(isSame ? [] : [{ at: 'body', documented: JSON.stringify(exactly), ours: JSON.stringify(body) }]),
    ]
  }
  return [...json, ...compareShapes(documented.json, body, documented.pairedBy)]
}

const matches = (at: string, wanted: RegExp, ours: string): Finding[] =>
  wanted.test(ours) ? [] : [{ at, documented: String(wanted), ours }]

function compareRate(perMinute: number | null, { headers }: Answer): Finding[] {
  const ours = headers.get('ratelimit-limit')
  if (perMinute === null || ours === String(perMinute)) return []
  return [{ at: 'rate limit', documented: `${perMinute} times/minute`, ours: ours ?? 'absent' }]
}

function judge(findings: Finding[], differs: NonNullable<DocumentedCase['differs']>, ours: Answer): string[] {
  const isDeclared = ({ at, ours: found }: Finding) =>
    differs.some((each) => each.at === at && String(each.ours) === found)
  const undeclared = findings.filter((each) => !isDeclared(each))
  const idle = differs.filter(
    (each) => !findings.some(({ at, ours: found }) => each.at === at && String(each.ours) === found),
  )
  return [
    ...undeclared.map(({ at, documented, ours: found }) => `${at}: documented ${documented}, ours ${found}`),
    ...idle.map(({ at }) => `${at}: declared as different, and is not`),
    ...(undeclared.some(({ at }) => at === 'status') ? [`answer: ${ours.bytes.toString().slice(0, 300)}`] : []),
  ]
}
