import type { CreatedCollection, DidYouMean, SuggestionList } from '@descant/contract'
import { expect } from 'vitest'
import { type Dam, test } from '../../../../test/harness/dam.ts'
import type { Person } from '../../../../test/harness/person.ts'
import { portalScene } from '../../../../test/harness/portal-scene.ts'
import { putAsset } from '../../../../test/harness/put-asset.ts'
import type { CollectionId } from '../../../domain/collection/collection.ts'
import { createApiKey } from '../../../domain/oauth/create-api-key.ts'

const suggested = async (person: Person, q: string, more = '') =>
  (await person.get<SuggestionList>(`/web/v1/suggestions?q=${encodeURIComponent(q)}${more}`)).body.results
const meant = async (person: Person, asked: string) =>
  (await person.get<DidYouMean>(`/web/v1/did-you-mean?${asked}`)).body.results

/** A token as the web application would hold it, in a portal. */
async function within(dam: Dam, person: Person, portalId: string) {
  const { control, secrets, ids } = dam.adapters
  const own = await control.read.grants.findToken(secrets.digest(person.token))
  if (!own) throw new Error('the person has no token')
  const token = ids.newHex(16)
  await control.transaction(({ grants }) =>
    grants.insertTokens([{ ...own, digest: secrets.digest(token), portalId: portalId as never }]),
  )
  return { headers: { authorization: `Bearer ${token}` } }
}

test('what begins as typed is suggested: keywords, tags, albums and folders, assets, with how often each is there', async ({
  dam,
}) => {
  const mara = await dam.person('mara')
  const folder = (await mara.post<CreatedCollection>('/api/v1/folder/Harbour')).body
  const album = (await mara.post<CreatedCollection>(`/api/v1/album/${folder.id}/Old%20harbours`)).body
  const one = await putAsset(dam, {
    name: 'Harbour 10.jpg',
    tags: ['harbour', 'ship'],
    albumIds: [album.id as CollectionId],
  })
  const two = await putAsset(dam, { name: 'harbour 2.jpg', keywords: ['Harbour view'], tags: ['HARBOUR'] })

  expect(await suggested(mara, 'harb')).toEqual([
    { kind: 'keyword', value: 'Harbour view', count: 1 },
    { kind: 'tag', value: 'HARBOUR', count: 2 },
    { kind: 'folder', value: 'Harbour', count: 1, id: folder.id, within: '' },
    { kind: 'album', value: 'Old harbours', count: 1, id: album.id, within: 'Harbour' },
    { kind: 'asset', value: 'harbour 2.jpg', count: 1, id: two.id, scheme: 'image' },
    { kind: 'asset', value: 'Harbour 10.jpg', count: 1, id: one.id, scheme: 'image' },
  ])
})

test('a word further on counts, case and diacritics do not, and several words must follow each other', async ({
  dam,
}) => {
  const mara = await dam.person('mara')
  await putAsset(dam, { name: 'a.jpg', tags: ['Old Café terrace'] })

  const tag = [{ kind: 'tag', value: 'Old Café terrace', count: 1 }]
  expect(await suggested(mara, 'CAFE')).toEqual(tag)
  expect(await suggested(mara, 'cafe te')).toEqual(tag)
  expect(await suggested(mara, ' café  te')).toEqual(tag)
  expect(await suggested(mara, 'terrace caf')).toEqual([])
  expect(await suggested(mara, 'afe')).toEqual([])
})

test('the most used come first, each kind gets its share of the places, and no more than asked are given', async ({
  dam,
}) => {
  const mara = await dam.person('mara')
  for (let at = 1; at <= 4; at++) await putAsset(dam, { name: `no ${at}.jpg`, tags: at > 2 ? ['north'] : ['northern'] })
  await putAsset(dam, { name: 'x.jpg', tags: ['north'], keywords: ['nocturne', 'noon'] })

  const five = await suggested(mara, 'no', '&limit=5')

  expect(five.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
    'keyword nocturne',
    'keyword noon',
    'tag north',
    'tag northern',
    'asset no 1.jpg',
  ])
  expect(await suggested(mara, 'no', '&limit=1')).toHaveLength(1)
})

test('nothing typed suggests nothing, symbols are no mistake, and a limit has its bounds', async ({ dam }) => {
  const mara = await dam.person('mara')
  await putAsset(dam, { tags: ['harbour'] })

  expect(await suggested(mara, '')).toEqual([])
  expect(await suggested(mara, '  ')).toEqual([])
  expect(await suggested(mara, '"*|+\\')).toEqual([])
  for (const limit of ['0', '21', 'x']) {
    expect((await mara.get(`/web/v1/suggestions?q=h&limit=${limit}`)).status).toBe(400)
  }
  expect((await mara.get(`/web/v1/suggestions?q=${'h'.repeat(201)}`)).status).toBe(400)
})

test('consumers are told of no word that only hidden assets have', async ({ dam }) => {
  const cora = await dam.person('cora', { role: 'consumer' })
  const mara = await dam.person('mara')
  const past = dam.adapters.clock.now() - 1
  await putAsset(dam, { name: 'secret plan.jpg', approval: 'Pending', tags: ['secret'], keywords: ['Secrecy'] })
  await putAsset(dam, { name: 'secret old.jpg', expiresAt: past, tags: ['secretary'] })
  await putAsset(dam, { name: 'open.jpg', tags: ['section'] })

  expect(await suggested(cora, 'sec')).toEqual([{ kind: 'tag', value: 'section', count: 1 }])
  expect((await suggested(mara, 'sec')).map(({ value }) => value)).toContain('Secrecy')
  expect(await meant(cora, 'keyword=sectet')).toEqual([])
  expect(await meant(mara, 'keyword=sectet')).toEqual([{ keyword: 'secret', found: 2 }])
})

test('within a portal there is nothing but what is in it', async ({ dam }) => {
  const { mara, ines, portal } = await portalScene(dam)
  const there = await within(dam, ines, portal.id)
  const inPortal = async (q: string) =>
    (await ines.get<SuggestionList>(`/web/v1/suggestions?q=${q}`, there)).body.results.map(({ value }) => value)

  expect(await inPortal('sho')).toEqual(['shown'])
  expect(await inPortal('hid')).toEqual([])
  expect(await inPortal('out')).toEqual([])
  expect(await inPortal('ins')).toEqual(['inside.txt'])
  expect(await inPortal('pos')).toEqual(['Posters'])
  expect([...(await inPortal('sec')), ...(await inPortal('dra')), ...(await inPortal('abo'))]).toEqual([])
  expect((await suggested(mara, 'hid')).map(({ value }) => value)).toEqual(['hidden'])

  const vain = (keyword: string) => ines.get<DidYouMean>(`/web/v1/did-you-mean?keyword=${keyword}`, there)
  expect((await vain('shwon')).body.results).toEqual([{ keyword: 'shown', found: 1 }])
  expect((await vain('hiden')).body.results).toEqual([])
})

test('what was just written is suggested at once', async ({ dam }) => {
  const mara = await dam.person('mara')
  const { id } = await putAsset(dam, { name: 'a.jpg' })
  expect(await suggested(mara, 'fresh')).toEqual([])

  await mara.put(`/api/v1/image/${id}/tag/freshly%20cut`)

  expect(await suggested(mara, 'fresh')).toEqual([{ kind: 'tag', value: 'freshly cut', count: 1 }])
})

test('a keyword that finds nothing is answered with one that does, in the words around it', async ({ dam }) => {
  const mara = await dam.person('mara')
  await putAsset(dam, { name: 'Harbour bridge.jpg', description: 'a view of the town' })
  await putAsset(dam, { name: 'harbour.jpg' })
  await putAsset(dam, { name: 'harpoon.jpg' })

  expect(await meant(mara, 'keyword=harbuor')).toEqual([{ keyword: 'harbour', found: 2 }])
  expect(await meant(mara, 'keyword=Habour+brigde')).toEqual([{ keyword: 'harbour bridge', found: 1 }])
  expect(await meant(mara, 'keyword=%22harbuor+bridge%22')).toEqual([{ keyword: '"harbour bridge"', found: 1 }])
  expect(await meant(mara, 'keyword=harbuo*')).toEqual([{ keyword: 'harbour*', found: 2 }])
})

test('nothing is proposed that finds nothing, where something is found, or where nothing is near', async ({ dam }) => {
  const mara = await dam.person('mara')
  await putAsset(dam, { name: 'harbour.jpg', tags: ['sea'] })
  await putAsset(dam, { name: 'market.jpg' })

  expect(await meant(mara, 'keyword=harbour')).toEqual([])
  expect(await meant(mara, 'keyword=zeppelin')).toEqual([])
  expect(await meant(mara, 'keyword=harbuor+market')).toEqual([])
  expect(await meant(mara, '')).toEqual([])
  expect(await meant(mara, 'keyword=%2B%2B')).toEqual([])
  expect(await meant(mara, `keyword=${'harbuor+'.repeat(40)}`)).toEqual([])
  expect((await mara.get('/web/v1/did-you-mean?keyword=x&start=-1')).status).toBe(400)
})

test('the filters and the place of the search hold for what is proposed', async ({ dam }) => {
  const mara = await dam.person('mara')
  const folder = (await mara.post<CreatedCollection>('/api/v1/folder/Places')).body
  const album = (await mara.post<CreatedCollection>(`/api/v1/album/${folder.id}/Sea`)).body
  const other = (await mara.post<CreatedCollection>('/api/v1/album/Land')).body
  await putAsset(dam, { name: 'harbour.jpg', tags: ['sea'], albumIds: [album.id as CollectionId] })

  const found = [{ keyword: 'harbour', found: 1 }]
  expect(await meant(mara, 'keyword=harbuor&tags=sea&scheme=image')).toEqual(found)
  expect(await meant(mara, 'keyword=harbuor&tags=land')).toEqual([])
  expect(await meant(mara, `keyword=harbuor&album=${album.id}`)).toEqual(found)
  expect(await meant(mara, `keyword=harbuor&folder=${folder.id}`)).toEqual(found)
  expect(await meant(mara, `keyword=harbuor&album=${other.id}`)).toEqual([])
  expect(await meant(mara, 'keyword=harbuor&folder=none')).toEqual([])
})

test('both are for the web application, and answer 401 to nobody', async ({ dam }) => {
  const mara = await dam.person('mara')
  const ada = await dam.person('ada', { role: 'admin' })
  const { control, secrets, ids } = dam.adapters
  const app = { account: dam.account, by: ada.user, name: 'An app', redirectUri: 'https://app.example/back' }
  const { key } = await createApiKey(dam.adapters, app)
  const own = await control.read.grants.findToken(secrets.digest(mara.token))
  if (!own) throw new Error('mara has no token')
  const appToken = ids.newHex(16)
  await control.transaction(({ grants }) =>
    grants.insertTokens([{ ...own, digest: secrets.digest(appToken), appId: key.appId }]),
  )

  for (const path of ['/web/v1/suggestions?q=a', '/web/v1/did-you-mean?keyword=a']) {
    expect((await mara.get(path)).status).toBe(200)
    expect((await mara.get(path, { headers: { authorization: `Bearer ${appToken}` } })).status).toBe(403)
    expect((await dam.ask('GET', path)).status).toBe(401)
  }
})

test.describe('with rate limits', () => {
  test.override({ damOptions: { env: { DESCANT_RATE_LIMITS: 'on' } } })

  test('nobody asks for what was meant more than sixty times a minute', async ({ dam }) => {
    const mara = await dam.person('mara')
    const asked = await Promise.all(Array.from({ length: 61 }, () => mara.get('/web/v1/did-you-mean?keyword=a')))

    expect(asked.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1)
  })
})
