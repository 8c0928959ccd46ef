import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { UploadEntry } from '@descant/contract'
import { expect, test } from 'vitest'
import { type Heard, localServer, refuse } from '../test/local-server.ts'
import { createClient } from './create-client.ts'
import { uploadPath, uploadSource } from './node.ts'
import { fixedToken } from './token-source.ts'
import { uploadForm } from './upload-form.ts'

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: S3's own placeholder
const fields = {
  AWSAccessKeyId: 'KEY',
  Policy: 'p',
  key: 'tenant/${filename}',
  Signature: 's',
  acl: 'private',
  'x-amz-meta-tag': '',
  'x-amz-meta-file_name': '${filename}',
  'x-amz-meta-scheme': '',
  'x-amz-meta-id': '',
  'x-amz-meta-album_id': '',
}
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: S3's own placeholder

/** A library with a bucket of its own on another origin. */
async function library(
  given: { repeatsRefer?: boolean; entries?: (forms: FormData[]) => Partial<UploadEntry>[] } = {},
) {
  const forms: FormData[] = []
  const bucket = await localServer(async (request, response) => {
    forms.push(await formOf(request))
    response.end()
  })
  const server = await localServer(({ path, query }) => {
    if (path === '/api/v1/upload/status') return { found: 0, results: given.entries?.(forms) ?? [] }
    const refer = new URLSearchParams(query).get('refer')
    return { url: `${bucket.origin}/`, ...fields, ...(given.repeatsRefer && { 'x-amz-meta-refer_id': refer }) }
  })
  return {
    forms,
    bucket,
    server,
    client: createClient({ origin: server.origin, token: fixedToken('tok'), backOff: { firstMs: 1 } }),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await bucket[Symbol.asyncDispose]()
    },
  }
}

const formOf = ({ headers, body }: Heard) =>
  new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } }).formData()

async function fileIn(form: FormData | undefined): Promise<{ name: string; text: string; last: boolean }> {
  const file = form?.get('file')
  if (!(file instanceof File)) throw new Error('no file was sent')
  return { name: file.name, text: await file.text(), last: [...(form?.keys() ?? [])].at(-1) === 'file' }
}

test('the form is the setting’s, but for what the client fills in', () => {
  expect(uploadForm({ url: 'https://bucket/', ...fields })).toEqual(Object.entries(fields))
  expect(
    Object.fromEntries(
      uploadForm(
        { url: 'https://bucket/', ...fields },
        { tags: ['a', 'b c'], albumId: 'SIR13', replaces: { scheme: 'image', id: 'x' }, contentType: 'image/png' },
      ),
    ),
  ).toEqual({
    ...fields,
    'x-amz-meta-tag': 'a,b c',
    'x-amz-meta-album_id': 'SIR13',
    'x-amz-meta-scheme': 'image',
    'x-amz-meta-id': 'x',
    'Content-Type': 'image/png',
  })
})

test('a blob goes to the form’s own address, last in the form, without the token', async () => {
  await using dam = await library({ repeatsRefer: true })

  await dam.client.uploadBlob(new Blob(['hello']), 'grüße "1".txt', { albumId: 'SIR13', refer: 'mine' })

  const [form] = dam.forms
  expect(await fileIn(form)).toEqual({ name: 'grüße "1".txt', text: 'hello', last: true })
  expect(form?.get('x-amz-meta-album_id')).toBe('SIR13')
  expect(form?.get('x-amz-meta-refer_id')).toBe('mine')
  expect(dam.bucket.heard[0]?.headers.authorization).toBeUndefined()
  expect(dam.server.heard.map(({ path }) => path)).toEqual(['/api/v1/upload/setting'])
})

test('another transport may send it, and tell of progress', async () => {
  await using dam = await library({ repeatsRefer: true })
  const progress: number[] = []

  await dam.client.uploadBlob(
    new Blob(['hello']),
    'a.txt',
    {},
    {
      onProgress: (sent) => progress.push(sent),
      async transport({ url, fields, file, fileName }, { onProgress }) {
        onProgress?.(2)
        expect([url, fileName, file.size]).toEqual([`${dam.bucket.origin}/`, 'a.txt', 5])
        expect(fields[0]).toEqual(['AWSAccessKeyId', 'KEY'])
        return { status: 204, headers: new Headers(), text: '' }
      },
    },
  )
  expect(progress).toEqual([2])
})

test('a file on disk is streamed, its length told beforehand', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'upload-'))
  try {
    const path = join(folder, 'große datei.bin')
    await writeFile(path, 'x'.repeat(300_000))
    await using dam = await library({ repeatsRefer: true })
    const progress: number[] = []

    await uploadPath(dam.client, path, { tags: ['ü'] }, { onProgress: (sent) => progress.push(sent) })

    expect(await fileIn(dam.forms[0])).toEqual({ name: 'große datei.bin', text: 'x'.repeat(300_000), last: true })
    expect(dam.forms[0]?.get('x-amz-meta-tag')).toBe('ü')
    const [request] = dam.bucket.heard
    expect(request?.headers['content-length']).toBe(String(request?.body.length))
    expect(request?.headers['transfer-encoding']).toBeUndefined()
    expect(progress.at(-1)).toBe(request?.body.length)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a stream is opened anew when the server says "later"', async () => {
  let busy = true
  await using bucket = await localServer((_, response) => {
    if (!busy) return void response.writeHead(204).end()
    busy = false
    return refuse(response, 503, { 'retry-after': '0' })
  })
  await using server = await localServer(() => ({
    url: `${bucket.origin}/`,
    ...fields,
    'x-amz-meta-refer_id': 'r',
  }))
  let opened = 0
  const open = () => {
    opened++
    return Readable.from([Buffer.from('abc')])
  }

  await uploadSource(createClient({ origin: server.origin, token: null }), { fileName: 'a', size: 3, open })

  expect(opened).toBe(2)
})

test('S3’s refusal is told in its own words', async () => {
  const xml = '<?xml version="1.0"?><Error><Code>EntityTooLarge</Code><Message>Too large</Message></Error>'
  await using bucket = await localServer((_, response) => void response.writeHead(400).end(xml))
  await using server = await localServer(() => ({ url: `${bucket.origin}/`, ...fields, 'x-amz-meta-refer_id': 'r' }))
  const client = createClient({ origin: server.origin, token: null })

  await expect(client.uploadBlob(new Blob(['a']), 'a')).rejects.toMatchObject({
    name: 'CantoFailure',
    status: 400,
    message: 'Too large (EntityTooLarge)',
  })
  expect(bucket.heard).toHaveLength(1)
})

test('an upload is waited for until it is done or has failed', async () => {
  const statuses = ['Initial', 'Queue', 'Processing', 'Done'] as const
  let asked = 0
  await using dam = await library({
    repeatsRefer: true,
    entries: () => [
      { id: 'other', name: 'a.txt', status: 'Done', time: '2' },
      { id: 'mine', name: 'b.txt', status: statuses[Math.min(asked++, 3)] ?? 'Done', time: '1', refer_id: 'mine' },
    ],
  })
  const uploaded = await dam.client.uploadBlob(new Blob(['a']), 'a.txt', { refer: 'mine' })
  const seen: string[] = []

  const entry = await dam.client.waitForUpload(uploaded, { onStatus: ({ status }) => seen.push(status) })

  expect(entry).toMatchObject({ id: 'mine', status: 'Done' })
  expect(seen).toEqual([...statuses])
})

test('a server that does not repeat the reference is understood by name, older uploads left aside', async () => {
  await using dam = await library({
    entries: (forms) => [
      { id: 'old', name: 'a.txt', status: 'Done', time: '1' },
      ...(forms.length > 0
        ? [{ id: 'new', name: ' a.txt ', status: 'Error', time: '2', message: 'torn' } as const]
        : []),
    ],
  })
  const uploaded = await dam.client.uploadBlob(new Blob(['a']), 'a.txt')

  expect(await dam.client.waitForUpload(uploaded)).toMatchObject({ id: 'new', status: 'Error', message: 'torn' })
})

test('an upload that does not end in time is said not to have ended', async () => {
  await using dam = await library({ repeatsRefer: true })
  const uploaded = await dam.client.uploadBlob(new Blob(['a']), 'a.txt')

  await expect(dam.client.waitForUpload(uploaded, { timeoutMs: 100 })).rejects.toMatchObject({
    name: 'UploadNotFinished',
    status: null,
  })
})
