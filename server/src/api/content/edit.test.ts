import type { ChangeList, ContentDetails, ContentList, ErrorBody } from '@descant/contract'
import { describe, expect } from 'vitest'
import { test } from '../../../test/harness/dam.ts'
import type { Person } from '../../../test/harness/person.ts'
import { putAsset } from '../../../test/harness/put-asset.ts'

const symbols = [
  '+',
  'C++',
  'a|b',
  '"quoted"',
  "it's",
  '🌞 sun',
  ' two  words',
  'why?',
  'a?b=c',
  '#1',
  '100%',
  '%2F',
  '50%25',
  'a/b',
  '//',
  '\\',
  '&=;',
  'Straße',
  '印刷',
  '{x}',
  ':id',
  '*',
  '~',
  'a,b',
  '<b>',
]

const eventsAfter = async (person: Person, cursor: string) =>
  (await person.get<ChangeList>(`/api/v1/changes?since=${cursor}`)).body.changes.map(({ event, id }) => [event, id])
const cursorNow = async (person: Person) => (await person.get<ChangeList>('/api/v1/changes')).body.cursor
const detailsOf = async (person: Person, id: string) => (await person.get<ContentDetails>(`/api/v1/image/${id}`)).body
const segment = encodeURIComponent

const addKeyword = (person: Person, name: string) => person.post('/api/v1/keyword', { body: { name, description: '' } })

describe('a tag', () => {
  test('may have every symbol', async ({ dam }) => {
    const { id } = await putAsset(dam)
    const mara = await dam.person('mara')

    for (const tag of symbols) await goesAndComes(mara, id, tag)
  })

  async function goesAndComes(mara: Person, id: string, tag: string) {
    const put = await mara.put(`/api/v1/image/${id}/tag/${segment(tag)}`)

    expect([put.status, put.bytes.length]).toEqual([200, 0])
    expect((await detailsOf(mara, id)).tag).toEqual([tag])
    const found = await mara.get<ContentList>(`/api/v1/search?tagsLiteral=${segment(tag)}`)
    expect(found.body.results.map((asset) => asset.id)).toEqual([id])

    expect((await mara.delete(`/api/v1/image/${id}/tag/${segment(tag)}`)).status).toBe(200)
    expect((await detailsOf(mara, id)).tag).toEqual([])
  }

  test('put on twice, in whatever case, is there once and changes nothing the second time', async ({ dam }) => {
    const { id } = await putAsset(dam)
    const mara = await dam.person('mara')
    const cursor = await cursorNow(mara)

    for (const tag of ['Summer', 'Summer', 'SUMMER']) {
      expect((await mara.put(`/api/v1/image/${id}/tag/${tag}`)).status).toBe(200)
    }

    expect((await detailsOf(mara, id)).tag).toEqual(['Summer'])
    expect(await eventsAfter(mara, cursor)).toEqual([['asset.changed', id]])
  })

  test('taken off twice is no error, and the time says when something changed', async ({ dam }) => {
    const { id } = await putAsset(dam, { tags: ['Summer'] })
    const mara = await dam.person('mara')
    const before = await detailsOf(mara, id)
    dam.advance({ minutes: 1 })

    await mara.delete(`/api/v1/image/${id}/tag/summer`)
    const after = await detailsOf(mara, id)
    dam.advance({ minutes: 1 })
    expect((await mara.delete(`/api/v1/image/${id}/tag/summer`)).status).toBe(200)

    expect([after.tag, after.time > before.time]).toEqual([[], true])
    expect((await detailsOf(mara, id)).time).toBe(after.time)
  })

  test('that nobody can see is refused, on content that is not there it is 404', async ({ dam }) => {
    const { id } = await putAsset(dam)
    const mara = await dam.person('mara')

    expect((await mara.put(`/api/v1/image/${id}/tag/%20`)).status).toBe(400)
    expect((await mara.put('/api/v1/image/nothing/tag/a')).status).toBe(404)
    expect((await mara.delete('/api/v1/image/nothing/tag/a')).status).toBe(404)
    expect((await mara.put(`/api/v1/video/${id}/tag/a`)).status).toBe(404)
  })

  test('is put on whatever clients send beside the address', async ({ dam }) => {
    const { id } = await putAsset(dam)
    const mara = await dam.person('mara')

    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'image/png']) {
      for (const body of ['', '{not json']) {
        const { status } = await mara.put(`/api/v1/image/${id}/tag/a`, { headers: { 'content-type': type }, body })
        expect([type, body, status]).toEqual([type, body, 200])
      }
    }
  })

  test('in an address that is no UTF-8 is refused in the words of every refusal', async ({ dam }) => {
    const { id } = await putAsset(dam)
    const mara = await dam.person('mara')

    const { status, body } = await mara.put<ErrorBody>(`/api/v1/image/${id}/tag/%E0%A4`)

    expect([status, body]).toEqual([400, { code: 40000, message: expect.any(String) }])
  })
})

describe('a keyword', () => {
  test('may have every symbol', async ({ dam }) => {
    const { id } = await putAsset(dam)
    const mara = await dam.person('mara')

    for (const word of symbols) {
      await addKeyword(mara, word)
      await goesAndComes(mara, id, word.trim())
    }
  })

  async function goesAndComes(mara: Person, id: string, keyword: string) {
    const put = await mara.put(`/api/v1/image/${id}/keyword/${segment(keyword)}`)

    expect([put.status, put.bytes.length]).toEqual([200, 0])
    expect((await detailsOf(mara, id)).keyword).toEqual([keyword])
    const found = await mara.get<ContentList>(`/api/v1/search?keywordsLiteral=${segment(keyword)}`)
    expect(found.body.results.map((asset) => asset.id)).toEqual([id])

    expect((await mara.delete(`/api/v1/image/${id}/keyword/${segment(keyword)}`)).status).toBe(200)
    expect((await detailsOf(mara, id)).keyword).toEqual([])
  }

  test('takes the spelling of the vocabulary, and twice is once', async ({ dam }) => {
    const { id } = await putAsset(dam)
    const mara = await dam.person('mara')
    await addKeyword(mara, 'Grüße')
    const cursor = await cursorNow(mara)

    for (const keyword of ['GRÜßE', 'grüße']) {
      expect((await mara.put(`/api/v1/image/${id}/keyword/${segment(keyword)}`)).status).toBe(200)
    }

    expect((await detailsOf(mara, id)).keyword).toEqual(['Grüße'])
    expect(await eventsAfter(mara, cursor)).toEqual([['asset.keyword.added', id]])

    for (let twice = 0; twice < 2; twice++) await mara.delete(`/api/v1/image/${id}/keyword/${segment('GRÜßE')}`)
    expect(await eventsAfter(mara, cursor)).toEqual([
      ['asset.keyword.added', id],
      ['asset.keyword.removed', id],
    ])
  })

  test('that is not in the vocabulary is 404, and so is content that is not there', async ({ dam }) => {
    const { id } = await putAsset(dam, { keywords: ['Print'] })
    const mara = await dam.person('mara')

    expect((await mara.put(`/api/v1/image/${id}/keyword/Web`)).status).toBe(404)
    expect((await mara.delete(`/api/v1/image/${id}/keyword/Web`)).status).toBe(404)
    expect((await mara.put('/api/v1/image/nothing/keyword/Print')).status).toBe(404)
    expect((await mara.delete('/api/v1/image/nothing/keyword/Print')).status).toBe(404)
  })
})

describe('a new name', () => {
  const rename = (person: Person, id: string, name: unknown) =>
    person.put<ErrorBody>(`/api/v1/image/${id}/rename`, { body: { name } })

  test('is shown everywhere, and the file keeps the one it came with', async ({ dam }) => {
    const { id } = await putAsset(dam, { name: 'poster.jpg' })
    const mara = await dam.person('mara')
    const cursor = await cursorNow(mara)

    for (let twice = 0; twice < 2; twice++) {
      const { status, bytes } = await rename(mara, id, 'Größe & Glück.jpg')
      expect([status, bytes.length]).toEqual([200, 0])
    }

    const details = await detailsOf(mara, id)
    expect([details.name, details.default.Name]).toEqual(['Größe & Glück.jpg', 'poster.jpg'])
    expect((await mara.get<ContentList>('/api/v1/search?keyword=gluck')).body.found).toBe(1)
    expect(await eventsAfter(mara, cursor)).toEqual([['asset.changed', id]])
  })

  test('has none of the characters that file systems refuse, and is neither empty nor too long', async ({ dam }) => {
    const { id } = await putAsset(dam)
    const mara = await dam.person('mara')

    for (const name of ['', '  ', ...Array.from('/\\:*?"<>|\n', (character) => `a${character}b`), 'a'.repeat(201)]) {
      const { status, body } = await rename(mara, id, name)
      expect([name, status, body.code]).toEqual([name, 400, 40002])
    }
    expect((await detailsOf(mara, id)).name).toBe('poster.jpg')
  })

  test('of 200 characters is possible, without one it is 400, of nothing 404', async ({ dam }) => {
    const { id } = await putAsset(dam)
    const mara = await dam.person('mara')

    expect((await rename(mara, id, 'a'.repeat(200))).status).toBe(200)
    expect((await mara.put(`/api/v1/image/${id}/rename`, { body: {} })).status).toBe(400)
    expect((await mara.put(`/api/v1/image/${id}/rename`)).status).toBe(400)
    expect(
      (await mara.put(`/api/v1/image/${id}/rename`, { body: 'name=a', headers: { 'content-type': 'text/csv' } }))
        .status,
    ).toBe(415)
    expect((await rename(mara, 'nothing', 'a.jpg')).status).toBe(404)
  })
})

test('what one has changed, one finds at once', async ({ dam }) => {
  const { id } = await putAsset(dam)
  const mara = await dam.person('mara')

  for (let n = 0; n < 20; n++) {
    await mara.put(`/api/v1/image/${id}/tag/t${n}`)
    expect((await mara.get<ContentList>(`/api/v1/search?tags=t${n}`)).body.found).toBe(1)
  }
})

test('while many write and many read, everybody ends up with the truth', async ({ dam }) => {
  const { id } = await putAsset(dam)
  const mara = await dam.person('mara')
  const tags = Array.from({ length: 60 }, (_, n) => `t${n}`)

  await Promise.all(
    tags.flatMap((tag) => [
      mara.put(`/api/v1/image/${id}/tag/${tag}`),
      detailsOf(mara, id),
      mara.get<ContentList>('/api/v1/image'),
    ]),
  )

  const { body } = await mara.get<ContentList>('/api/v1/image')
  expect((await detailsOf(mara, id)).tag.toSorted()).toEqual(tags.toSorted())
  expect(body.results[0]?.tag.toSorted()).toEqual(tags.toSorted())
})

test('an answer names the host that was asked, whatever was asked before', async ({ dam }) => {
  const { id } = await putAsset(dam)
  const mara = await dam.person('mara')
  const hosts = ['one.example', 'two.example:8443']

  for (const host of [...hosts, ...hosts]) {
    const headers = { 'x-forwarded-host': host }
    const { body } = await mara.get<ContentDetails>(`/api/v1/image/${id}`, { headers })
    const list = (await mara.get<ContentList>('/api/v1/image', { headers })).body
    for (const { url } of [body, ...list.results]) expect(new URL(url.directUrlPreview ?? '').host).toBe(host)
  }
})
