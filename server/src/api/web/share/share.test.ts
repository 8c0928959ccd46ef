import type { ShareList } from '@descant/contract'
import { expect } from 'vitest'
import { type Dam, test } from '../../../../test/harness/dam.ts'
import type { Person } from '../../../../test/harness/person.ts'
import { putAsset } from '../../../../test/harness/put-asset.ts'

async function shares(by: Person, ...ids: string[]) {
  const rights = { allowDownloadOriginal: true, allowCropAndResize: false, allowPresets: false }
  const { status, body } = await by.put<string>('/api/v1/share/batch', {
    body: {
      shareDetail: { expires: '2999-01-31', hideShareBy: true, ...rights },
      contents: ids.map((id) => ({ id, scheme: 'image' })),
    },
  })
  expect(status).toBe(200)
  return body.split('/').at(-1) ?? ''
}
const list = async (person: Person, query = '') => (await person.get<ShareList>(`/web/v1/shares${query}`)).body

async function sharedByTwo(dam: Dam) {
  const [mara, ines] = [await dam.person('mara'), await dam.person('ines')]
  const [a, b] = [await putAsset(dam, { name: 'a.jpg' }), await putAsset(dam, { name: 'b.jpg' })]
  const first = await shares(mara, a.id, b.id)
  dam.advance({ minutes: 1 })
  return { mara, ines, a, b, first, second: await shares(ines, b.id) }
}

test('one sees the shares one made, and administrators see all, newest first', async ({ dam }) => {
  const { mara, ines, a, first, second } = await sharedByTwo(dam)
  const ada = await dam.person('ada', { role: 'admin' })

  expect(await list(mara)).toEqual({
    found: 1,
    results: [
      {
        id: first,
        url: `${dam.origin}/s/${first}`,
        state: 'open',
        createdBy: 'mara@descant.test',
        createdByName: 'Mara Tester',
        created: expect.stringMatching(/^\d{17}$/),
        expires: '2999-01-31',
        hideShareBy: true,
        allowDownloadOriginal: true,
        allowCropAndResize: false,
        allowPresets: false,
        contents: 2,
        first: { scheme: 'image', id: a.id, name: 'a.jpg' },
      },
    ],
  })
  expect((await list(ines)).results.map(({ id }) => id)).toEqual([second])
  expect((await list(ada)).results.map(({ id }) => id)).toEqual([second, first])
  expect(await list(ada, '?start=1&limit=1')).toMatchObject({ found: 2, results: [{ id: first }] })
})

test('the shares of one file are found for its page', async ({ dam }) => {
  const { a, b, first, second } = await sharedByTwo(dam)
  const ada = await dam.person('ada', { role: 'admin' })

  expect((await list(ada, `?content=${a.id}`)).results.map(({ id }) => id)).toEqual([first])
  expect((await list(ada, `?content=${b.id}`)).results.map(({ id }) => id)).toEqual([second, first])
})

test('a share is withdrawn by who made it and by administrators, for good and at once', async ({ dam }) => {
  const { mara, ines, first, second } = await sharedByTwo(dam)
  const ada = await dam.person('ada', { role: 'admin' })

  expect((await ines.delete(`/web/v1/shares/${first}`)).status).toBe(404)
  expect((await dam.ask('GET', `/s/${first}`)).status).toBe(200)
  expect((await mara.delete(`/web/v1/shares/${first}`)).status).toBe(204)
  expect((await ada.delete(`/web/v1/shares/${second}`)).status).toBe(204)
  expect((await ada.delete('/web/v1/shares/none')).status).toBe(404)

  for (const id of [first, second]) {
    const page = await dam.ask<string>('GET', `/s/${id}`)
    expect([page.status, page.body.includes('This share has been withdrawn')]).toEqual([410, true])
  }
  expect((await list(ada)).results.map(({ state }) => state)).toEqual(['revoked', 'revoked'])
})

test('it is for those who may share, in the web application', async ({ dam }) => {
  const cora = await dam.person('cora', { role: 'consumer' })

  expect((await cora.get('/web/v1/shares')).status).toBe(403)
  expect((await dam.ask('GET', '/web/v1/shares')).status).toBe(401)
})
