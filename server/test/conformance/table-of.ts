import type { DocumentedMethod } from './documented-method.ts'

/** One line for each method: what was asked, how it went, and where it differs on purpose. */
export function tableOf(methods: readonly DocumentedMethod[], failed: ReadonlyMap<string, unknown>): string {
  const rows = methods.map(({ number, name, cases }) => {
    const reasons = new Set(
      cases.flatMap(({ differs = [] }) => differs.map(({ at, ours, because }) => `${at} is ${ours}: ${because}`)),
    )
    const result = failed.has(number) ? 'FAILED' : 'ok'
    return `${number.padEnd(10)}${name.slice(0, 44).padEnd(46)}${String(cases.length).padStart(3)} ${result.padEnd(7)}${[...reasons].join('; ')}`
  })
  return [`${'method'.padEnd(56)}cases result`, ...rows].join('\n')
}
