import type { ErrorBody, Vocabulary } from '@descant/contract'
import { expect } from 'vitest'
import { test } from '../../../test/harness/dam.ts'

test('a new keyword is answered with the bare word success', async ({ dam }) => {
  const mara = await dam.person('mara')

  const { status, headers, bytes } = await mara.post('/api/v1/keyword', {
    body: { name: 'Canto', description: 'Canto Test' },
  })

  expect([status, bytes.toString()]).toEqual([200, 'success'])
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
})

test('one that is there already, in whatever case, is answered alike and stays as it was', async ({ dam }) => {
  const ada = await dam.person('ada', { role: 'admin' })

  const answers = await Promise.all(
    ['Grüße', 'GRÜßE', 'grüße', 'Grüße'].map((name, n) =>
      ada.post('/api/v1/keyword', { body: { name, description: `the ${n}th` } }),
    ),
  )
  const again = await ada.post('/api/v1/keyword', { body: { name: 'GRÜßE', description: 'another' } })

  expect([...answers, again].map(({ status, body }) => [status, body])).toEqual(Array(5).fill([200, 'success']))
  const { results } = (await ada.get<Vocabulary>('/web/v1/keywords')).body
  expect(results).toEqual([
    {
      id: expect.any(String),
      name: expect.stringMatching(/grüße/i),
      description: expect.stringContaining('th'),
      assets: 0,
    },
  ])
})

test('a name is needed, a description is not', async ({ dam }) => {
  const mara = await dam.person('mara')
  const add = (body: unknown) => mara.post<ErrorBody>('/api/v1/keyword', { body })

  for (const body of [{ name: '' }, { name: '  ' }, { description: 'a' }, {}, [], { name: 'a'.repeat(1001) }]) {
    const refused = await add(body)
    expect([body, refused.status, refused.body.code]).toEqual([body, 400, 40000])
  }
  for (const body of [{ name: 'a' }, { name: 'b', description: null }, new URLSearchParams({ name: 'c' })]) {
    expect((await add(body)).status).toBe(200)
  }
})

test('a body that can’t be read is 422, of another kind 415', async ({ dam }) => {
  const mara = await dam.person('mara')
  const sent = async (type: string, body: string) => {
    const refused = await mara.post<ErrorBody>('/api/v1/keyword', { body, headers: { 'content-type': type } })
    return [refused.status, refused.body.code]
  }

  expect(await sent('application/json', '{')).toEqual([422, 42200])
  expect(await sent('application/json', '{"__proto__": {"name": "a"}}')).toEqual([422, 42200])
  expect(await sent('multipart/form-data; boundary=x', 'no form')).toEqual([422, 42200])
  expect(await sent('text/xml', '<name>a</name>')).toEqual([415, 41500])
})
