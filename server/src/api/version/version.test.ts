import { readFile } from 'node:fs/promises'
import type { ChangeList, ContentDetails } from '@descant/contract'
import { describe, expect } from 'vitest'
import { realMedia } from '../../../test/fixtures/real-media.ts'
import { type Dam, test } from '../../../test/harness/dam.ts'

const photo = await readFile(realMedia.photoSideways)

async function poster(dam: Dam) {
  const mara = await dam.person('mara')
  const id = await mara.has({ name: 'poster.txt', bytes: Buffer.from('first') })
  await mara.upload({ name: 'poster.jpg', bytes: photo }, { 'x-amz-meta-id': id, 'x-amz-meta-scheme': 'document' })
  const details = async (scheme = 'image') => (await mara.get<ContentDetails>(`/api/v1/${scheme}/${id}`)).body
  return { mara, id, details }
}

describe('a comment', () => {
  const path = '/api/v1/version/comment'

  test('is said of the current version or of an older one, and found', async ({ dam }) => {
    const { mara, id, details } = await poster(dam)
    const [newest, oldest] = (await details()).versionHistory

    const said = await mara.post(path, { body: { id, scheme: 'image', comment: ' Approved by Ada ' } })
    await mara.post(path, { body: { id, scheme: 'image', versionId: oldest?.versionId, comment: 'The draft' } })

    expect([said.status, said.bytes.length]).toEqual([200, 0])
    const history = (await details()).versionHistory
    expect(history.map(({ versionId, comment }) => [versionId, comment])).toEqual([
      [newest?.versionId, 'Approved by Ada'],
      [oldest?.versionId, 'The draft'],
    ])
    const search = '/api/v1/search?keyword=approved&searchInField=comment'
    expect((await mara.get<{ found: number }>(search)).body.found).toBe(1)
  })

  test('of what is not there is 404, one too long 400, by those who may not edit 403', async ({ dam }) => {
    const { mara, id } = await poster(dam)
    const status = async (body: object) => (await mara.post(path, { body: { id, scheme: 'image', ...body } })).status

    expect(await status({ comment: 'a', versionId: 'nothing' })).toBe(404)
    expect(await status({ comment: 'a', id: 'nothing' })).toBe(404)
    expect(await status({ comment: 'a', scheme: 'video' })).toBe(404)
    expect(await status({ comment: 'a'.repeat(2001) })).toBe(400)
    expect(await status({})).toBe(400)
    const cora = await dam.person('cora', { role: 'consumer' })
    expect((await cora.post(path, { body: { id, scheme: 'image', comment: 'a' } })).status).toBe(403)
  })
})

describe('going back to an old version', () => {
  test('makes a new one of it; the history keeps both', async ({ dam }) => {
    const { mara, id, details } = await poster(dam)
    const old = (await details()).versionHistory[1]
    const { cursor } = (await mara.get<ChangeList>('/api/v1/changes')).body
    const ines = await dam.person('ines')

    const path = `/web/v1/assets/image/${id}/versions/${old?.versionId}/revert`
    const { status, body } = await ines.post<ContentDetails>(path)

    expect(status).toBe(200)
    expect(body).toMatchObject({ id, scheme: 'document', name: 'poster.txt', size: '5' })
    expect(body.versionHistory.map(({ no, ownerName }) => [no, ownerName])).toEqual([
      ['3', 'Ines Tester'],
      ['2', 'Mara Tester'],
      ['1', 'Mara Tester'],
    ])
    const { changes } = (await mara.get<ChangeList>(`/api/v1/changes?since=${cursor}`)).body
    expect(changes).toMatchObject([{ event: 'asset.version', scheme: 'document', id }])
    const { headers } = await mara.get(`/api_binary/v1/document/${id}`)
    const bytes = await dam.ask('GET', headers.get('location') ?? '')
    expect(bytes.bytes.toString()).toBe('first')
  })

  test('to the current version changes nothing', async ({ dam }) => {
    const { mara, id, details } = await poster(dam)
    const before = await details()

    const path = `/web/v1/assets/image/${id}/versions/${before.versionHistory[0]?.versionId}/revert`
    expect((await mara.post(path)).status).toBe(200)

    expect(await details()).toEqual(before)
  })

  test('is for those who may edit, and only to versions there are', async ({ dam }) => {
    const { mara, id, details } = await poster(dam)
    const versionId = (await details()).versionHistory[1]?.versionId
    const cora = await dam.person('cora', { role: 'consumer' })

    expect((await cora.post(`/web/v1/assets/image/${id}/versions/${versionId}/revert`)).status).toBe(403)
    expect((await mara.post(`/web/v1/assets/video/${id}/versions/${versionId}/revert`)).status).toBe(404)
    expect((await mara.post(`/web/v1/assets/image/${id}/versions/nothing/revert`)).status).toBe(404)
  })
})
