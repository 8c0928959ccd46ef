import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContentDetails } from '@descant/contract'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { startDam } from '../../../test/harness/dam.ts'
import { ask } from '../../../test/harness/http-client.ts'
import { serverOn } from '../../../test/harness/server-on-data.ts'
import { type ThrowawayBucket, throwawayBucket } from '../../../test/harness/throwaway-bucket.ts'
import { originalKey } from '../../domain/ports/object-store.ts'
import { loadConfig } from '../config.ts'
import { verify } from '../verify/verify.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

let bucket: ThrowawayBucket
let folder: string
beforeAll(async () => {
  bucket = await throwawayBucket()
})
afterAll(() => bucket.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'descant-s3-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
})

/** A library in the bucket with one text in it. */
async function library() {
  const env = { DESCANT_DATA: join(folder, 'old'), DESCANT_OBJECTS: bucket.address() }
  const dam = await startDam({ env })
  const mara = await dam.person('mara')
  const id = await mara.has({ name: 'kept.txt', bytes: Buffer.from('kept in a bucket') })
  return { env, dam, mara, id }
}

test('a library in S3 is backed up, and restored on disk or into another bucket', async () => {
  const { env, dam, mara, id } = await library()
  const file = join(folder, 'backup.tar')
  expect(await backUp(loadConfig(env), { file })).toMatchObject({ accounts: 1, originals: 1, missing: [], damaged: [] })
  await dam.close()

  for (const [name, objects] of [
    ['disk', {}],
    ['bucket', { DESCANT_OBJECTS: bucket.address() }],
  ] as const) {
    const fresh = { DESCANT_DATA: join(folder, name), ...objects }
    expect(await restore(loadConfig(fresh), { file })).toMatchObject({ originals: 1, leftOut: [] })
    const server = await serverOn(fresh)
    const headers = { authorization: `Bearer ${mara.token}` }
    const { body } = await ask<ContentDetails>('GET', `${server.origin}/api/v1/document/${id}`, { headers })
    const { pathname } = new URL(body.url.directUrlOriginal ?? '')
    expect(await ask('GET', server.origin + pathname)).toMatchObject({ status: 200, body: 'kept in a bucket' })
    await server.close()
  }
})

test('nothing is restored into a bucket that holds something', async () => {
  const { env, dam } = await library()
  const file = join(folder, 'backup.tar')
  await backUp(loadConfig(env), { file })
  await dam.close()

  const filled = { DESCANT_DATA: join(folder, 'new'), DESCANT_OBJECTS: env.DESCANT_OBJECTS }
  await expect(restore(loadConfig(filled), { file })).rejects.toThrow('is not empty')
})

test('verify finds what is missing in the bucket, and what nobody names', async () => {
  const { env, dam } = await library()
  const asked = { accounts: [dam.account], quick: false }
  expect(await verify(loadConfig(env), dam.adapters, asked)).toMatchObject({ healthy: true })

  const objects = dam.adapters.objectsOf(dam.account.id)
  for await (const key of objects.list('originals/')) await objects.delete(key)
  await objects.write(originalKey('a'.repeat(64)), Buffer.from('whose?'))
  const { healthy, accounts } = await verify(loadConfig(env), dam.adapters, asked)

  expect(healthy).toBe(false)
  expect(accounts[0]?.findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['missing', 'orphan']))
  await dam.close()
})
