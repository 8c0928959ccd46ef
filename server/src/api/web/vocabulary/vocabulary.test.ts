import type { ChangeList, ContentDetails, ContentList, RemovedKeyword, Vocabulary } from '@descant/contract'
import { expect } from 'vitest'
import { type Dam, test } from '../../../../test/harness/dam.ts'
import { putAsset } from '../../../../test/harness/put-asset.ts'
import { addKeyword } from '../../../domain/keyword/add-keyword.ts'
import { createApiKey } from '../../../domain/oauth/create-api-key.ts'

async function vocabulary(dam: Dam) {
  const ada = await dam.person('ada', { role: 'admin' })
  const list = async () => (await ada.get<Vocabulary>('/web/v1/keywords')).body.results
  const idOf = async (name: string) => (await list()).find((keyword) => keyword.name === name)?.id ?? ''
  return { ada, list, idOf }
}

test('the vocabulary is listed by name, with how often each is used', async ({ dam }) => {
  const { list } = await vocabulary(dam)
  await addKeyword({ ...dam.adapters, library: dam.library }, { name: 'unused', description: 'nobody wants it' })
  await putAsset(dam, { keywords: ['Print'] })
  await putAsset(dam, { keywords: ['Print', 'blue'] })

  expect(await list()).toEqual([
    { id: expect.any(String), name: 'blue', description: '', assets: 1 },
    { id: expect.any(String), name: 'Print', description: '', assets: 2 },
    { id: expect.any(String), name: 'unused', description: 'nobody wants it', assets: 0 },
  ])
})

test('a keyword gets a new description', async ({ dam }) => {
  const { ada, list, idOf } = await vocabulary(dam)
  await putAsset(dam, { keywords: ['Print'] })

  const described = await ada.put(`/web/v1/keywords/${await idOf('Print')}`, { body: { description: 'For paper' } })

  expect([described.status, described.bytes.length]).toEqual([200, 0])
  expect(await list()).toMatchObject([{ name: 'Print', description: 'For paper' }])
})

test('a keyword that is removed leaves every asset, and each says so', async ({ dam }) => {
  const { ada, list, idOf } = await vocabulary(dam)
  const a = await putAsset(dam, { keywords: ['Print', 'blue'] })
  const b = await putAsset(dam, { keywords: ['Print'] })
  const { cursor } = (await ada.get<ChangeList>('/api/v1/changes')).body
  dam.advance({ minutes: 1 })

  const { status, body } = await ada.delete<RemovedKeyword>(`/web/v1/keywords/${await idOf('Print')}`)

  expect([status, body]).toEqual([200, { assets: 2 }])
  expect((await list()).map(({ name }) => name)).toEqual(['blue'])
  const details = (await ada.get<ContentDetails>(`/api/v1/image/${a.id}`)).body
  expect([details.keyword, details.time > details.created]).toEqual([['blue'], true])
  expect((await ada.get<ContentList>('/api/v1/search?keywords=Print')).body.found).toBe(0)
  const { changes } = (await ada.get<ChangeList>(`/api/v1/changes?since=${cursor}`)).body
  expect(changes.map(({ event, id }) => `${event} ${id}`).toSorted()).toEqual(
    [a.id, b.id].map((id) => `asset.keyword.removed ${id}`).toSorted(),
  )
})

test('of what is not there it is 404', async ({ dam }) => {
  const { ada } = await vocabulary(dam)

  expect((await ada.put('/web/v1/keywords/nothing', { body: { description: '' } })).status).toBe(404)
  expect((await ada.delete('/web/v1/keywords/nothing')).status).toBe(404)
})

test('it is seen by those who may use it and changed by administrators, in the web application and not by apps', async ({
  dam,
}) => {
  const { ada } = await vocabulary(dam)
  await putAsset(dam, { keywords: ['Print'] })
  const { control, secrets, ids } = dam.adapters
  const app = { account: dam.account, by: ada.user, name: 'An app', redirectUri: 'https://app.example/back' }
  const { key } = await createApiKey(dam.adapters, app)
  const session = await control.read.grants.findToken(secrets.digest(ada.token))
  if (!session) throw new Error('ada has no token')
  const appToken = ids.newHex(16)
  await control.transaction(({ grants }) =>
    grants.insertTokens([{ ...session, digest: secrets.digest(appToken), appId: key.appId }]),
  )

  const mara = await dam.person('mara')
  const cora = await dam.person('cora', { role: 'consumer' })

  const asApp = { headers: { authorization: `Bearer ${appToken}` } }
  expect((await ada.get('/api/v1/image', asApp)).status).toBe(200)
  for (const verb of ['get', 'put', 'delete'] as const) {
    const path = verb === 'get' ? '/web/v1/keywords' : '/web/v1/keywords/any'
    expect((await ada[verb](path, asApp)).status).toBe(403)
    expect((await cora[verb](path)).status).toBe(403)
    expect((await mara[verb](path)).status).toBe(verb === 'get' ? 200 : 403)
    expect((await dam.ask(verb.toUpperCase(), path)).status).toBe(401)
  }
})
