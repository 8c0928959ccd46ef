import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { methodNumbers } from './method-numbers.ts'
import { documentedMethods } from './methods/index.ts'
import { runCase } from './run-case.ts'
import { type ConformanceScene, conformanceScene } from './scene.ts'
import { tableOf } from './table-of.ts'

let scene: ConformanceScene
const results = new Map<string, 'as documented' | 'failed'>()

beforeAll(async () => {
  scene = await conformanceScene()
}, 120_000)

afterAll(async () => {
  await scene.dam.close()
  console.log(tableOf(documentedMethods, results))
})

test('every method of the reference has its example here, and nothing else has', () => {
  expect(documentedMethods.map(({ number }) => number)).toEqual(methodNumbers)
  for (const { number, cases } of documentedMethods) {
    expect([number, cases.some(({ answer, status }) => status < 400 && answer !== undefined)]).toEqual([number, true])
  }
})

test('docs/api.md lists every method of the reference', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../docs/api.md'), 'utf8')
  const [, table = ''] = /## What exists\n(.*?)\n## /s.exec(page) ?? []

  const listed = [...table.matchAll(/^\| ([\d, a–]+) \|/gm)].flatMap(([, numbers = '']) =>
    numbers.split(', ').flatMap(each),
  )
  expect(methodNumbers.filter((number) => number.startsWith('#') && !listed.includes(number))).toEqual([])
})

/** `9–11` is three of them. */
function each(numbers: string): string[] {
  const [from = '', to = from] = numbers.split('–')
  if (from === to) return [`#${from}`]
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => `#${Number(from) + index}`)
}

describe.for(documentedMethods)('$number $name', (method) => {
  test.for(method.cases)('$says', async (documented, { onTestFailed }) => {
    onTestFailed(() => {
      results.set(method.number, 'failed')
    })
    expect(await runCase(scene, method, documented)).toEqual([])
  })
})
