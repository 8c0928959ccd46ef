import type { BatchValues, ChangeList, ContentDetails, ContentList, ErrorBody } from '@descant/contract'
import { describe, expect } from 'vitest'
import { type Dam, test } from '../../../test/harness/dam.ts'
import type { Person } from '../../../test/harness/person.ts'
import { putAsset } from '../../../test/harness/put-asset.ts'
import type { Asset } from '../../domain/asset/asset.ts'
import { recordExpiries } from '../../domain/asset/record-expiries.ts'
import { createCustomField } from '../../domain/custom-field/create-custom-field.ts'
import type { CustomFieldId, CustomFieldType } from '../../domain/custom-field/custom-field.ts'
import { addKeyword } from '../../domain/keyword/add-keyword.ts'

const path = '/api/v1/batch/edit'
const reference = ({ id, scheme }: Pick<Asset, 'id' | 'scheme'>) => ({ id, scheme })
const property = (propertyId: string, propertyValue: unknown, action?: string) => ({
  propertyId,
  propertyValue,
  ...(action !== undefined && { action }),
})

async function two(dam: Dam, first: Partial<Asset> = {}, second: Partial<Asset> = {}) {
  const mara = await dam.person('mara')
  const assets = [
    await putAsset(dam, first as never),
    await putAsset(dam, { scheme: 'video', ...second } as never),
  ] as const
  const contents = assets.map(reference)
  const edit = (...properties: unknown[]) => mara.put<ErrorBody>(path, { body: { contents, properties } })
  const details = () => Promise.all(assets.map((asset) => detailsOf(mara, asset)))
  return { mara, assets, contents, edit, details }
}

const detailsOf = async (person: Person, { scheme, id }: Pick<Asset, 'id' | 'scheme'>) =>
  (await person.get<ContentDetails>(`/api/v1/${scheme}/${id}`)).body

const field = (dam: Dam, name: string, type: CustomFieldType, choices?: string[]) =>
  createCustomField({ ...dam.adapters, library: dam.library }, { name, description: '', type, choices })

describe('what several have in common', () => {
  test('is listed, and null where they differ', async ({ dam }) => {
    const shared = { description: 'same', expiresAt: Date.UTC(2100, 4, 30), keywords: ['Print'], author: 'Ada' }
    const { mara, contents } = await two(
      dam,
      { ...shared, tags: ['Zoo', 'cat'], keywords: ['Print', 'blue'], copyright: 'a' },
      { ...shared, tags: ['ZOO'], approval: 'Pending', copyright: 'b' },
    )

    for (const body of [contents, { contents }, Object.fromEntries(contents.map((one) => [one.id, one]))]) {
      const answer = await mara.post<BatchValues>(path, { body })
      expect(answer).toMatchObject({ status: 200 })
      expect(answer.body).toEqual({
        availableKeywords: ['blue', 'Print'],
        approvalStatus: null,
        expirationDate: ['2100-05-29'],
        tag: ['Zoo'],
        keyword: ['Print'],
        description: ['same'],
        author: ['Ada'],
        copyright: null,
        termsAndConditions: [''],
        additional: {},
      })
    }
  })

  test('has custom fields by name', async ({ dam }) => {
    const { mara, contents, edit, assets } = await two(dam)
    await field(dam, 'Product', 'TEXT')
    await field(dam, 'Use', 'MULTICHOICE', ['web', 'print'])
    await edit(property('Product', 'Chair'), property('Use', 'print,web'))
    await mara.put(path, { body: { contents: [reference(assets[0])], properties: [property('Product', 'Table')] } })

    const { body } = await mara.post<BatchValues>(path, { body: contents })

    expect(body.additional).toEqual({ Product: null, Use: ['print', 'web'] })
    expect([body.tag, body.keyword]).toEqual([null, null])
  })

  test('of what is not there is 404, of nothing 400', async ({ dam }) => {
    const { mara, contents } = await two(dam)
    const [first] = contents
    for (const bad of [
      { id: 'nothing', scheme: 'image' },
      { ...first, scheme: 'audio' },
    ]) {
      expect((await mara.post(path, { body: [...contents, bad] })).status).toBe(404)
    }
    for (const bad of [[], {}, { contents: [] }, [{ id: 'a' }], 5]) {
      expect((await mara.post(path, { body: bad })).status).toBe(400)
    }
  })
})

describe('editing several', () => {
  test('does everything the published example does, and answers success', async ({ dam }) => {
    const { mara, assets, edit, details } = await two(
      dam,
      { description: 'old', keywords: ['ASKW_1'], tags: ['first'] },
      { keywords: ['ASKW_1'], approval: 'Pending' },
    )
    await addKeyword({ ...dam.adapters, library: dam.library }, { name: 'test keyword', description: '' })

    const answer = await edit(
      property('description', '909090', 'append'),
      property('approvalStatus', 'Approved'),
      property('expirationDate', '2100-01-01'),
      property('keyword', 'Test Keyword', 'add'),
      property('keyword', 'ASKW_1', 'remove'),
      property('tag', 'ASKW_1, second', 'add'),
    )

    expect([answer.status, answer.bytes.toString()]).toEqual([200, 'success'])
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    const same = { approvalStatus: 'Approved', expirationDate: '21000101000000000', keyword: ['test keyword'] }
    expect(await details()).toMatchObject([
      { ...same, description: 'old 909090', tag: ['first', 'ASKW_1', 'second'] },
      { ...same, description: '909090', tag: ['ASKW_1', 'second'] },
    ])
    const { found } = (await mara.get<ContentList>('/api/v1/search?keyword=909090&keywords=test%20keyword')).body
    expect([found, assets.length]).toEqual([2, 2])
  })

  test('covers a description and adds a tag where no action is said', async ({ dam }) => {
    const { edit, details } = await two(dam, { description: 'old', tags: ['a'] })

    await edit(property('description', 'new', ''), property('tag', 'b', ''), property('tag', 'A', 'remove'))

    expect(await details()).toMatchObject([
      { description: 'new', tag: ['b'] },
      { description: 'new', tag: ['b'] },
    ])
  })

  test('empties what an empty value is given for', async ({ dam }) => {
    const { edit, details } = await two(dam, { description: 'old', expiresAt: Date.UTC(2100, 0, 1), tags: ['a'] })

    await edit(property('description', ''), property('expirationDate', ''), property('tag', '', 'remove'))

    const [first] = await details()
    expect(first).toMatchObject({ description: '', tag: ['a'] })
    expect(first).not.toHaveProperty('expirationDate')
  })

  test('sets author, copyright and terms too', async ({ dam }) => {
    const { edit, assets } = await two(dam)

    await edit(
      property('author', 'Ada'),
      property('copyright', '©'),
      property('copyright', 'Ada', 'append'),
      property('termsAndConditions', 'Print it'),
    )

    const [asset] = await dam.library.read.assets.findMany([assets[0].id])
    expect(asset).toMatchObject({ author: 'Ada', copyright: '© Ada', termsAndConditions: 'Print it' })
  })

  test('takes contents as an object, each content once', async ({ dam }) => {
    const { mara, assets, details } = await two(dam, { description: 'a' }, { description: 'a' })
    const contents = Object.fromEntries(assets.map(({ id, scheme }) => [id, { scheme }]))
    const properties = [property('description', 'b', 'append')]

    await mara.put(path, { body: { contents, properties } })
    const [first] = assets
    await mara.put(path, { body: { contents: [reference(first), reference(first)], properties } })

    expect((await details()).map(({ description }) => description)).toEqual(['a b b', 'a b'])
  })

  test('does all or nothing', async ({ dam }) => {
    const { mara, contents, details } = await two(dam, { description: 'old' }, { description: 'old' })
    const put = (body: unknown) => mara.put<ErrorBody>(path, { body })
    const change = property('description', 'new')
    const { cursor } = (await mara.get<ChangeList>('/api/v1/changes')).body

    const notFound = [
      { contents: [...contents, { id: 'nothing', scheme: 'image' }], properties: [change] },
      { contents: contents.map((one) => ({ ...one, scheme: 'image' })), properties: [change] },
      { contents, properties: [change, property('keyword', 'not in the vocabulary', 'add')] },
      { contents, properties: [change, property('keyword', 'not in the vocabulary', 'remove')] },
    ]
    for (const body of notFound) expect((await put(body)).status).toBe(404)
    const invalid = [
      property('colour', 'red'),
      property('meta_text_0', 'x'),
      property('description', 'x', 'add'),
      property('tag', 'x', 'cover'),
      property('keyword', 'x', 'append'),
      property('approvalStatus', 'Approved', 'append'),
      property('approvalStatus', 'Expired'),
      property('approvalStatus', ''),
      property('expirationDate', '2023-02-29'),
      property('expirationDate', '01.01.2024'),
      property('description', { a: 1 }),
      { propertyValue: 'x' },
    ]
    for (const bad of invalid) {
      const { status, body } = await put({ contents, properties: [change, bad] })
      expect([bad, status, body.code]).toEqual([bad, 400, 40000])
    }
    const many = Array.from({ length: 1001 }, (_, n) => ({ id: String(n), scheme: 'image' }))
    expect((await put({ contents: many, properties: [change] })).status).toBe(400)
    expect((await put({ properties: [change] })).status).toBe(400)

    expect((await details()).map(({ description }) => description)).toEqual(['old', 'old'])
    expect((await mara.get<ChangeList>(`/api/v1/changes?since=${cursor}`)).body.changes).toEqual([])
  })

  test('logs what changed, and nothing of what was so already', async ({ dam }) => {
    const { mara, assets, edit } = await two(dam, { description: 'new', keywords: ['Print'] }, { description: 'old' })
    const { cursor } = (await mara.get<ChangeList>('/api/v1/changes')).body
    const before = await detailsOf(mara, assets[0])
    dam.advance({ minutes: 1 })

    await edit(property('description', 'new'), property('keyword', 'print', 'add'))

    const { changes } = (await mara.get<ChangeList>(`/api/v1/changes?since=${cursor}`)).body
    expect(changes.map(({ event, id }) => [event, id])).toEqual([
      ['asset.changed', assets[1].id],
      ['asset.keyword.added', assets[1].id],
    ])
    expect((await detailsOf(mara, assets[0])).time).toBe(before.time)
    expect((await detailsOf(mara, assets[1])).time > before.time).toBe(true)
  })

  test('takes a thousand at once', async ({ dam }) => {
    const mara = await dam.person('mara')
    const contents = []
    for (let n = 0; n < 1000; n++) contents.push(reference(await putAsset(dam)))

    const { status } = await mara.put(path, {
      body: { contents, properties: [property('description', 'new'), property('tag', 'many')] },
    })

    expect(status).toBe(200)
    expect((await mara.get<ContentList>('/api/v1/search?keyword=new&tags=many&limit=1')).body.found).toBe(1000)
  })

  test('is for those who may edit, and sees what they see', async ({ dam }) => {
    const { contents } = await two(dam)
    const cora = await dam.person('cora', { role: 'consumer' })
    const body = { contents, properties: [] }

    expect((await cora.put(path, { body })).status).toBe(403)
    expect((await cora.post(path, { body: contents })).status).toBe(403)
    expect((await dam.ask('PUT', path, { body })).status).toBe(401)
  })
})

describe('an expiration date', () => {
  test('in the past expires at once, and the feed says so once', async ({ dam }) => {
    const { mara, assets, edit } = await two(dam)
    const cora = await dam.person('cora', { role: 'consumer' })
    const { cursor } = (await mara.get<ChangeList>('/api/v1/changes')).body

    await edit(property('expirationDate', '2020-01-01'))

    const details = await detailsOf(mara, assets[0])
    expect(details).toMatchObject({ approvalStatus: 'Expired', expirationDate: '20200101000000000' })
    expect((await cora.get(`/api/v1/image/${assets[0].id}`)).status).toBe(404)
    expect((await mara.get<ContentList>('/api/v1/search?approval=expired')).body.found).toBe(2)

    // a second asset's date lies before what the regular work has looked at by then
    const late = await putAsset(dam)
    const record = () => recordExpiries({ library: dam.library, clock: dam.adapters.clock })
    await record()
    await mara.put(path, {
      body: { contents: [reference(late)], properties: [property('expirationDate', '2019-01-01')] },
    })
    await record()
    const events = (await mara.get<ChangeList>(`/api/v1/changes?since=${cursor}`)).body.changes
    const expired = events.filter(({ event }) => event === 'asset.expired').map(({ id }) => id)
    expect(expired.toSorted()).toEqual([...assets, late].map(({ id }) => id).toSorted())
  })

  test('lasts until the day is over', async ({ dam }) => {
    const { mara, assets, edit } = await two(dam)
    const tomorrow = new Date(dam.adapters.clock.now() + 86_400_000).toISOString().slice(0, 10)
    await edit(property('expirationDate', tomorrow))

    dam.advance({ days: 1 })
    expect((await detailsOf(mara, assets[0])).approvalStatus).toBe('Approved')
    dam.advance({ days: 1 })
    expect((await detailsOf(mara, assets[0])).approvalStatus).toBe('Expired')

    await edit(property('expirationDate', ''))
    expect((await detailsOf(mara, assets[0])).approvalStatus).toBe('Approved')
  })
})

describe('custom fields', () => {
  test('are set by id, by name, and in a list of their own', async ({ dam }) => {
    const { mara, contents, details, edit } = await two(dam)
    const { id } = await field(dam, 'Product', 'TEXT')
    await field(dam, 'Use', 'MULTICHOICE', ['web', 'print', 'a, b'])
    await field(dam, 'Price', 'NUMBER')
    await field(dam, 'Stars', 'RATING')

    await edit(property(id, 'Chair'), property('price', 12.5))
    const customField = [
      { id, value: 'folding', action: 'append' },
      { name: 'Stars', propertyValue: '5' },
    ]
    const properties = [property('customField', [{ name: 'Use', value: ['print', 'a, b'] }])]
    expect((await mara.put(path, { body: { contents, customField, properties } })).bytes.toString()).toBe('success')

    const additional = { Product: 'Chair folding', Use: ['print', 'a, b'], Price: '12.5', Stars: '5' }
    expect((await details()).map((one) => one.additional)).toEqual([additional, additional])

    await edit(property('Use', 'web', 'add'), property('Use', 'a\\, b', 'remove'), property('Price', ''))
    expect((await details())[0]?.additional).toEqual({ ...additional, Use: ['print', 'web'], Price: null })
  })

  test('take only what their type allows', async ({ dam }) => {
    const { edit, details } = await two(dam)
    const bad: [CustomFieldType, unknown, string?][] = [
      ['NUMBER', 'many'],
      ['DATE', '2023-02-29'],
      ['URL', 'example.com'],
      ['RATING', '6'],
      ['SINGLECHOICE', 'C'],
      ['MULTICHOICE', 'A,C'],
      ['NUMBER', '1', 'append'],
      ['TEXT', 'a', 'add'],
    ]
    for (const [n, [type, value, action]] of bad.entries()) {
      const choices = type.endsWith('CHOICE') ? ['A', 'B'] : undefined
      await field(dam, `field ${n}`, type, choices)
      const { status } = await edit(property(`field ${n}`, value, action))
      expect([type, value, status]).toEqual([type, value, 400])
    }
    expect(new Set(Object.values((await details())[0]?.additional ?? {}))).toEqual(new Set([null]))
  })

  test('lose a choice that is no longer one, and cannot get it again', async ({ dam }) => {
    const { edit, details } = await two(dam)
    const { id } = await field(dam, 'Use', 'MULTICHOICE', ['web', 'print'])
    await edit(property('Use', 'web,print'))
    const ada = await dam.person('ada', { role: 'admin' })
    const body = { id, name: 'Use', description: '', values: ['print'] }
    await ada.put('/api/v1/custom/field', { body })

    expect((await edit(property('Use', 'web', 'add'))).status).toBe(400)
    expect((await edit(property('Use', 'web', 'remove'))).status).toBe(200)
    expect((await details())[0]?.additional).toEqual({ Use: ['print'] })
  })

  test('are found by what was just set', async ({ dam }) => {
    const { mara, edit } = await two(dam)
    const { id }: { id: CustomFieldId } = await field(dam, 'Shot', 'DATE')
    await edit(property('Shot', '2024-02-29'))
    const day = Date.UTC(2024, 1, 29) / 1000

    const { body } = await mara.get<ContentList>(`/api/v1/search?${id}=${day}..${day}`)

    expect(body.found).toBe(2)
    expect(body.results[0]?.additional).toEqual({ Shot: '20240229000000000' })
    expect(body.facets.at(-1)).toEqual({ name: id, min: day, max: day })
  })
})
