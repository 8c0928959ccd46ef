import type { DuplicateList } from '@descant/contract'
import { expect } from 'vitest'
import { test } from '../../../../test/harness/dam.ts'

const path = '/web/v1/duplicates'

test('the same file under another name is found, as far as one may see it', async ({ dam }) => {
  const mara = await dam.person('mara')
  const first = await mara.has({ name: 'first.txt', bytes: Buffer.from('the same') })
  const second = await mara.has({ name: 'second.txt', bytes: Buffer.from('the same') })
  const other = await mara.has({ name: 'other.txt', bytes: Buffer.from('another') })

  const { body } = await mara.post<DuplicateList>(path, { body: { ids: [second, other, 'nothing'] } })

  expect(body.results).toEqual([{ id: second, others: [{ id: first, scheme: 'document', name: 'first.txt' }] }])
})

test('who only looks does not ask for duplicates', async ({ dam }) => {
  const cora = await dam.person('cora', { role: 'consumer' })

  expect((await cora.post(path, { body: { ids: [] } })).status).toBe(403)
  expect((await dam.ask('POST', path)).status).toBe(401)
})
