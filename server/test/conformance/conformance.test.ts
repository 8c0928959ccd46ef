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

describe.for(documentedMethods)('$number $name', (method) => {
  test.for(method.cases)('$says', async (documented, { onTestFailed }) => {
    onTestFailed(() => {
      results.set(method.number, 'failed')
    })
    expect(await runCase(scene, method, documented)).toEqual([])
  })
})
