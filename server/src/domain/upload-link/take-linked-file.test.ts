import { Readable } from 'node:stream'
import { expect } from 'vitest'
import { type Dam, test } from '../../../test/harness/dam.ts'
import { TooManyBytes } from '../ports/object-store.ts'
import { createUploadLink } from './create-upload-link.ts'
import { revokeUploadLink } from './revoke-upload-link.ts'
import { takeLinkedFile } from './take-linked-file.ts'

async function linkOn(dam: Dam) {
  const { user } = await dam.person('mara')
  const deps = { ...dam.adapters, library: dam.library, objects: dam.adapters.objectsOf(dam.account.id) }
  const link = await createUploadLink(deps, {
    by: user,
    name: 'Summer',
    description: '',
    mail: { subject: 'Please', body: 'Send files' },
    expiresAt: null,
    recipients: [],
    addressOf: (id) => id,
  })
  const take = (bytes: Readable, maxBytes = 10) =>
    takeLinkedFile(deps, { linkId: link.id, sender: 'a', fileName: 'a.txt', bytes, maxBytes })
  const revoke = () => revokeUploadLink(deps, { id: link.id, by: { email: user.email, isAdmin: false } })
  const uploads = () => dam.library.read.uploads.since(0, null, 10)
  return { link, take, revoke, uploads }
}

test('a file that is too large is not taken, and counts for its sender all the same', async ({ dam }) => {
  const { link, take, uploads } = await linkOn(dam)

  await expect(take(Readable.from([Buffer.alloc(6), Buffer.alloc(6)]))).rejects.toThrow(TooManyBytes)

  expect(await uploads()).toEqual([])
  expect(await dam.library.read.uploadLinks.countBegun(link.id, 'a', 0)).toBe(1)
  expect((await dam.library.read.uploadLinks.list({ by: null, start: 0, limit: 1 })).links[0]?.files).toBe(0)
})

test('a link that is withdrawn while a file comes does not take it', async ({ dam }) => {
  const { take, revoke, uploads } = await linkOn(dam)
  async function* slowly() {
    yield Buffer.from('abc')
    await revoke()
    yield Buffer.from('def')
  }

  await expect(take(Readable.from(slowly(), { objectMode: false }))).rejects.toThrow('has been withdrawn')

  expect(await uploads()).toEqual([])
})

test('two files at once make one album', async ({ dam }) => {
  const { take } = await linkOn(dam)

  await Promise.all([take(Readable.from([Buffer.from('a')])), take(Readable.from([Buffer.from('b')]))])

  const names = (await dam.library.read.collections.all()).map(({ name }) => name)
  expect(names.toSorted()).toEqual(['Summer', 'Upload Links'])
})
