import { expect, test } from 'vitest'
import { type Answering, localServer } from '../test/local-server.ts'
import { createClient } from './create-client.ts'

const picture = { scheme: 'image', id: 'ob3mim4rf13dn2kc56lv1eko2p' } as const
const asText = JSON.stringify({ id: picture.id, scheme: 'image' })
const nothing: Answering = (_, response) => void response.end()
type Client = ReturnType<typeof createClient>

test.each<[string, (client: Client) => Promise<unknown>, Answering]>([
  [`POST /api/v1/batch/edit [${asText}]`, (client) => client.commonValues([picture]), () => ({ tag: null })],
  [
    `PUT /api/v1/batch/edit {"contents":[${asText}],"properties":[{"propertyId":"tag","propertyValue":"a"}]}`,
    (client) => client.editContents([picture], [{ propertyId: 'tag', propertyValue: 'a' }]),
    (_, response) => void response.end('success'),
  ],
  ['GET /api/v1/tenant/download/presets', (client) => client.presets(), () => []],
  ['GET /api/v1/custom/field', (client) => client.customFields(), () => []],
  [
    'POST /api/v1/custom/field {"name":"a","description":"","type":"TEXT"}',
    (client) => client.createCustomField({ name: 'a', description: '', type: 'TEXT' }),
    nothing,
  ],
  [
    'PUT /api/v1/custom/field {"id":"meta_text_0","name":"b","description":""}',
    (client) => client.updateCustomField({ id: 'meta_text_0', name: 'b', description: '' }),
    nothing,
  ],
  ['DELETE /api/v1/custom/field/meta_text_0', (client) => client.deleteCustomField('meta_text_0'), nothing],
  [
    `POST /api/v1/batch/content [${asText}]`,
    (client) => client.detailsOfMany([picture]),
    () => ({ docResult: [], failed: [] }),
  ],
  [
    `DELETE /api/v1/batch/content [${asText}]`,
    (client) => client.deleteContents([picture]),
    () => ({ status: 'success', deleteFail: [], permissionFail: [] }),
  ],
  [
    'DELETE /api/v1/batch/folder [{"id":"SRRP7","scheme":"folder"}]',
    (client) => client.deleteFolders([{ id: 'SRRP7', scheme: 'folder' }]),
    () => ({ status: 'success', deleteFail: [], permissionFail: [] }),
  ],
  [
    `POST /api/v1/version/comment {"id":"${picture.id}","scheme":"image","versionId":"v","comment":"a"}`,
    (client) => client.commentVersion(picture, { comment: 'a', versionId: 'v' }),
    nothing,
  ],
  [
    'GET /api/v1/search?meta_multichoice_0=a%2Bb&meta_num_1=1..2',
    (client) => client.search({ meta_multichoice_0: 'a+b', meta_num_1: '1..2' }),
    () => ({ found: 0, results: [], facets: [] }),
  ],
])('%s', async (line, call, answer) => {
  await using server = await localServer(answer)

  await call(createClient({ origin: server.origin, token: null }))

  const heard = server.heard.map(({ method, path, query, body }) =>
    `${method} ${path}${query && `?${query}`} ${body}`.trim(),
  )
  expect(heard).toEqual([line])
})

test('more than a thousand are asked for and deleted in several requests, and what failed comes together', async () => {
  const failed = { id: 'x', scheme: 'image' }
  await using server = await localServer(({ method }) =>
    method === 'POST'
      ? { docResult: [picture], failed: [failed] }
      : { status: 'fail', deleteFail: [failed], permissionFail: [] },
  )
  const client = createClient({ origin: server.origin, token: null })
  const many = Array.from({ length: 1001 }, (_, at) => ({ id: `${at}`, scheme: 'image' as const }))

  expect(await client.detailsOfMany(many)).toEqual({ docResult: [picture, picture], failed: [failed, failed] })
  expect(await client.deleteContents(many)).toEqual({
    status: 'fail',
    deleteFail: [failed, failed],
    permissionFail: [],
  })
  expect(server.heard.map(({ body }) => JSON.parse(body.toString()).length)).toEqual([1000, 1, 1000, 1])
})
