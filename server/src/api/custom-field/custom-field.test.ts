import type { ChangeList, ContentDetails, ContentList, CustomFieldList, ErrorBody } from '@descant/contract'
import { describe, expect } from 'vitest'
import { type Dam, test } from '../../../test/harness/dam.ts'
import { putAsset } from '../../../test/harness/put-asset.ts'
import type { AssetId } from '../../domain/asset/asset.ts'
import type { CustomFieldId, CustomValue } from '../../domain/custom-field/custom-field.ts'

const path = '/api/v1/custom/field'

async function settings(dam: Dam) {
  const ada = await dam.person('ada', { role: 'admin' })
  const list = async () => (await ada.get<CustomFieldList>(path)).body
  const make = async (name: string, type: string, values?: string[]) => {
    const { status, body } = await ada.post(path, { body: { name, description: '', type, ...(values && { values }) } })
    expect([name, status, body]).toEqual([name, 200, ''])
    return (await list()).find((field) => field.name === name)?.id as CustomFieldId
  }
  return { ada, list, make }
}

const say = (dam: Dam, id: AssetId, field: CustomFieldId, value: CustomValue) =>
  dam.library.transaction(async ({ customFields, changes }) => {
    await customFields.setValue(id, field, value)
    await changes.append([{ event: 'asset.changed', scheme: 'image', id, time: dam.adapters.clock.now() }])
  })

test('fields of all types are listed in the order they were made, with id and description', async ({ dam }) => {
  const { ada, list } = await settings(dam)
  const types = ['NUMBER', 'TEXT', 'DATE', 'SINGLECHOICE', 'MULTICHOICE', 'URL', 'LABEL', 'RATING']
  for (const type of types) {
    const choices = type.endsWith('CHOICE') ? { values: ['A', 'B'] } : {}
    await ada.post(path, { body: { name: type, description: `of ${type}`, type, ...choices } })
  }

  const ids = 'num_0 text_0 date_0 choice_0 multichoice_0 url_0 text_1 num_1'.split(' ')
  expect(await list()).toEqual(
    types.map((type, n) => ({
      id: `meta_${ids[n]}`,
      name: type,
      description: `of ${type}`,
      type,
      ...(type.endsWith('CHOICE') && { values: ['A', 'B'] }),
    })),
  )
})

test('a field gets another name, description and choices; choices that are not sent stay', async ({ dam }) => {
  const { ada, list, make } = await settings(dam)
  const id = await make('Size', 'SINGLECHOICE', ['S', 'M'])

  await ada.put(path, { body: { id: ` ${id}`, name: 'Sizes', description: 'of shirts' } })
  expect(await list()).toEqual([
    { id, name: 'Sizes', description: 'of shirts', type: 'SINGLECHOICE', values: ['S', 'M'] },
  ])

  await ada.put(path, { body: { id, name: 'sizes', description: '', values: ['M', 'L'] } })
  expect(await list()).toMatchObject([{ name: 'sizes', values: ['M', 'L'] }])
})

test('what is not possible is 400, and leaves everything as it was', async ({ dam }) => {
  const { ada, list, make } = await settings(dam)
  const id = await make('Taken', 'TEXT')
  const other = await make('Other', 'SINGLECHOICE', ['a'])
  const before = await list()
  const field = { name: 'New', description: '', type: 'TEXT' }
  const update = { id: other, name: 'Other', description: '' }

  const refused = [
    ['POST', { ...field, name: 'TAKEN' }, 40001],
    ['PUT', { ...update, name: 'taken' }, 40001],
    ['POST', { ...field, name: '' }, 40000],
    ['POST', { ...field, name: 'a'.repeat(81) }, 40000],
    ['PUT', { ...update, name: 'a'.repeat(81) }, 40000],
    ['POST', { ...field, description: 'a'.repeat(801) }, 40000],
    ['PUT', { ...update, description: 'a'.repeat(801) }, 40000],
    ['POST', { ...field, type: 'COLOUR' }, 40000],
    ['POST', { ...field, values: ['a'] }, 40000],
    ['PUT', { id, name: 'Taken', description: '', values: ['a'] }, 40000],
    ['POST', { ...field, type: 'MULTICHOICE', values: ['a', 'A'] }, 40000],
    ['POST', { ...field, type: 'MULTICHOICE', values: [''] }, 40000],
    ['POST', { name: 'x' }, 40000],
    ['PUT', { name: 'x', description: '' }, 40000],
  ] as const
  for (const [method, body, code] of refused) {
    const answer = await ada.ask<ErrorBody>(method, path, { body })
    expect([body, answer.status, answer.body.code]).toEqual([body, 400, code])
  }
  expect(await list()).toEqual(before)
  expect((await ada.put(path, { body: { ...update, id: 'meta_text_99' } })).status).toBe(404)
  for (const unknown of ['meta_text_99', 'nothing']) expect((await ada.delete(`${path}/${unknown}`)).status).toBe(404)
})

test('everyone sees them, administrators change them', async ({ dam }) => {
  const { make } = await settings(dam)
  const id = await make('Size', 'TEXT')
  const body = { id, name: 'a', description: '', type: 'TEXT' }

  for (const role of ['contributor', 'consumer'] as const) {
    const person = await dam.person(role, { role })
    expect((await person.get<CustomFieldList>(path)).body).toHaveLength(1)
    expect((await person.post(path, { body })).status).toBe(403)
    expect((await person.put(path, { body })).status).toBe(403)
    expect((await person.delete(`${path}/${id}`)).status).toBe(403)
  }
  expect((await dam.ask('GET', path)).status).toBe(401)
})

describe('assets', () => {
  test('have every field in additional: null, a text, or several choices', async ({ dam }) => {
    const { ada, make } = await settings(dam)
    const asset = await putAsset(dam)
    const url = `/api/v1/image/${asset.id}`
    expect((await ada.get<ContentDetails>(url)).body.additional).toEqual({})

    const text = await make('Product', 'TEXT')
    const choice = await make('Use', 'MULTICHOICE', ['web', 'print'])
    expect((await ada.get<ContentDetails>(url)).body.additional).toEqual({ Product: null, Use: null })

    await say(dam, asset.id, text, 'Chair')
    await say(dam, asset.id, choice, ['print', 'web'])
    const additional = { Product: 'Chair', Use: ['print', 'web'] }
    expect((await ada.get<ContentDetails>(url)).body.additional).toEqual(additional)
    expect((await ada.get<ContentList>('/api/v1/image')).body.results[0]?.additional).toEqual(additional)
  })

  test('follow a field that is renamed or deleted, and so do the feed, filters and facets', async ({ dam }) => {
    const { ada, make } = await settings(dam)
    const [asset, other] = [await putAsset(dam), await putAsset(dam)]
    const text = await make('Product', 'TEXT')
    await say(dam, asset.id, text, 'Chair')
    const additional = async (id: string) => (await ada.get<ContentDetails>(`/api/v1/image/${id}`)).body.additional
    const search = async () => (await ada.get<ContentList>(`/api/v1/search?${text}=chair`)).body
    expect((await search()).facets.find(({ name }) => name === text)).toEqual({
      name: text,
      value: ['Chair'],
      counts: [1],
    })
    const { cursor } = (await ada.get<ChangeList>('/api/v1/changes')).body

    await ada.put(path, { body: { id: text, name: 'Article', description: '' } })
    expect([await additional(asset.id), await additional(other.id)]).toEqual([{ Article: 'Chair' }, { Article: null }])

    await ada.delete(`${path}/${text}`)
    expect([await additional(asset.id), await additional(other.id)]).toEqual([{}, {}])
    expect(await search()).toMatchObject({ found: 0 })
    expect((await search()).facets.map(({ name }) => name)).not.toContain(text)

    const { changes } = (await ada.get<ChangeList>(`/api/v1/changes?since=${cursor}`)).body
    expect(changes.map(({ event, id }) => [event, id])).toEqual(Array(2).fill(['asset.changed', asset.id]))
    expect(await make('Product', 'TEXT')).toBe('meta_text_1')
  })

  test('keep a choice that is no longer one, and can still be found by it', async ({ dam }) => {
    const { ada, make } = await settings(dam)
    const asset = await putAsset(dam)
    const id = await make('Use', 'SINGLECHOICE', ['web', 'print'])
    await say(dam, asset.id, id, 'web')

    await ada.put(path, { body: { id, name: 'Use', description: '', values: ['print'] } })

    const { body } = await ada.get<ContentList>(`/api/v1/search?${id}=web`)
    expect(body.results.map(({ additional }) => additional)).toEqual([{ Use: 'web' }])
  })

  test('are found by the words of their fields, and by ranges of numbers and dates', async ({ dam }) => {
    const { ada, make } = await settings(dam)
    const asset = await putAsset(dam)
    await say(dam, asset.id, await make('Product', 'LABEL'), 'Folding Chair')
    await say(dam, asset.id, await make('Price', 'NUMBER'), '12.5')
    await say(dam, asset.id, await make('Shot', 'DATE'), '2024-02-29')
    const found = async (query: string) => (await ada.get<ContentList>(`/api/v1/search?${query}`)).body.found
    const day = Date.UTC(2024, 1, 29) / 1000

    expect(await found('keyword=chair')).toBe(1)
    expect(await found('meta_num_0=12..12.5')).toBe(1)
    expect(await found('meta_num_0=13..')).toBe(0)
    expect(await found(`meta_date_0=${day}..${day + 86_399}`)).toBe(1)
    expect(await found(`meta_date_0=${day + 1}..`)).toBe(0)
    expect((await ada.get('/api/v1/search?meta_date_0=2024-02-29')).status).toBe(400)
    const { facets } = (await ada.get<ContentList>('/api/v1/search')).body
    expect(facets.slice(-2)).toEqual([
      { name: 'meta_num_0', min: 12.5, max: 12.5 },
      { name: 'meta_date_0', min: day, max: day },
    ])
  })
})
