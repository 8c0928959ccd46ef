import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codes, statusOf } from './error-codes.ts'

test('docs/api.md lists every status and every code', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../../docs/api.md'), 'utf8')
  const [, errors = ''] = /\n## Errors\n(.*?)\n## /s.exec(page) ?? []

  const all = [
    ...Object.values(statusOf),
    ...Object.values(statusOf).map((status) => status * 100),
    ...Object.values(codes),
  ]
  expect(all.filter((each) => !new RegExp(`\\b${each}\\b`).test(errors))).toEqual([])
})
