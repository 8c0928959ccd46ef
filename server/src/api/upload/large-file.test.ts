import { createHash, randomBytes } from 'node:crypto'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { UploadSetting, UploadStatusList } from '@descant/contract'
import { expect, test } from 'vitest'
import { formBody, type RawPart } from '../../../test/harness/form-body.ts'
import { ask } from '../../../test/harness/http-client.ts'
import { type ServerProcess, startServerProcess } from '../../../test/harness/server-process.ts'

const mebibyte = 1024 * 1024
/** More by `LARGE_FILE_MIB=1024 npx vitest run server/src/api/upload/large-file.test.ts`. */
const mebibytes = Number(process.env.LARGE_FILE_MIB ?? 200)

test.runIf(process.platform === 'linux')(
  'a large file goes in and comes out with the server under 300 MB of memory',
  { timeout: 60_000 + mebibytes * 300 },
  async () => {
    const server = await startServerProcess()
    try {
      const sent = await upload(server)
      const { id, status } = await finished(server)
      expect(status).toBe('Done')

      const came = createHash('sha256')
      const redirect = await ask('GET', `${server.origin}/api_binary/v1/other/${id}`, { headers: headersOf(server) })
      const response = await fetch(redirect.headers.get('location') ?? '')
      for await (const chunk of response.body ?? []) came.update(chunk)

      expect(came.digest('hex')).toBe(sent)
      expect(await server.peakMemory()).toBeLessThan(300 * 1_000_000)
    } finally {
      await server.close()
    }
  },
)

const headersOf = ({ authorization }: ServerProcess) => ({ authorization })

/** Streams a file that is made on the way; answers the hash of its bytes. */
async function upload(server: ServerProcess): Promise<string> {
  const setting = await ask<UploadSetting>('GET', `${server.origin}/api/v1/upload/setting`, {
    headers: headersOf(server),
  })
  const { url, ...fields } = setting.body
  const parts = Object.entries(fields).map(([name, value]): RawPart => ({ name, value }))
  const form = formBody([...parts, { name: 'file', fileName: 'large.bin', bytes: '' }])
  const end = form.body.lastIndexOf('\r\n--')
  const hash = createHash('sha256')
  const piece = randomBytes(mebibyte)

  function* body() {
    yield form.body.subarray(0, end)
    for (let count = 0; count < mebibytes; count++) {
      piece.writeUInt32LE(count)
      hash.update(piece)
      yield Buffer.from(piece)
    }
    yield form.body.subarray(end)
  }
  const sending = httpRequest(url, {
    method: 'POST',
    headers: { ...form.headers, 'content-length': form.body.length + mebibytes * mebibyte },
  })
  const answered = new Promise<IncomingMessage>((resolve, reject) =>
    sending.on('response', resolve).on('error', reject),
  )
  await pipeline(Readable.from(body()), sending)
  expect((await answered).resume().statusCode).toBe(200)
  return hash.digest('hex')
}

async function finished(server: ServerProcess) {
  const entry = async () =>
    (await ask<UploadStatusList>('GET', `${server.origin}/api/v1/upload/status`, { headers: headersOf(server) })).body
      .results[0]
  await expect.poll(async () => (await entry())?.status, { timeout: 60_000 }).toMatch(/Done|Error/)
  return (await entry()) ?? expect.fail('the upload is gone')
}
