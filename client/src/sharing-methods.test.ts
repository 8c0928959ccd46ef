import { expect, test } from 'vitest'
import { localServer } from '../test/local-server.ts'
import { createClient } from './create-client.ts'

type Client = ReturnType<typeof createClient>
const detail = { hideShareBy: true, allowDownloadOriginal: false, allowCropAndResize: true, allowPresets: false }
const link = {
  ...{ portalName: 'Fair', emailSubject: 'Please', emailBody: 'Send files', isNeverExpired: true },
  recipients: [{ firstName: 'A', lastName: 'B', email: 'a@b.c' }],
}
const said = 'https://acme.example/s/1'

test.each<[string, (client: Client) => Promise<unknown>]>([
  [
    `PUT /api/v1/share/batch ${JSON.stringify({ shareDetail: detail, contents: [{ id: 'x', scheme: 'image' }] })}`,
    (client) => client.share([{ scheme: 'image', id: 'x' }], detail),
  ],
  [`POST /api/v1/uploadlink ${JSON.stringify(link)}`, (client) => client.createUploadLink(link)],
  [
    'GET /api_binary/v1/advance/image/x/download/directuri?dpi=72&type=png&resize=300x400&crop=500x400%2B30%2B0',
    (client) =>
      client.advancedUri('x', {
        ...{ dpi: 72, type: 'png', resize: { width: 300, height: 400 } },
        crop: { width: 500, height: 400, top: 30, left: 0 },
      }),
  ],
  ['GET /api_binary/v1/advance/image/x/download/directuri', (client) => client.advancedUri('x')],
])('%s', async (line, call) => {
  await using server = await localServer((_, response) => {
    response.setHeader('content-type', 'text/plain')
    response.end(said)
  })

  const answer = await call(createClient({ origin: server.origin, token: null }))

  const heard = server.heard.map(({ method, path, query, body }) =>
    `${method} ${path}${query && `?${query}`} ${body}`.trim(),
  )
  expect(heard).toEqual([line])
  expect(answer).toBe(said)
})

test('an image in another shape is downloaded from its address', async () => {
  await using server = await localServer(({ query }, response) => void response.end(`bytes of ${query}`))
  const client = createClient({ origin: server.origin, token: null })

  const address = client.advancedAddress('a b', { preset: 'p', keepAspectRatio: true })

  expect(address).toBe(`${server.origin}/api_binary/v1/advance/image/a%20b/download?preset=p&keepAspectRatio=true`)
  const { bytes } = await client.download(address)
  expect(await new Response(bytes).text()).toBe('bytes of preset=p&keepAspectRatio=true')
})
