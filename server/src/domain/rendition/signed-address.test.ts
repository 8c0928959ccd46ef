import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AccountId } from '../account/account.ts'
import type { AssetId } from '../asset/asset.ts'
import type { VersionId } from '../asset/version.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { ShareId } from '../sharing/share.ts'
import { type AddressClaim, type AddressKind, type AddressSubject, signedAddresses } from './signed-address.ts'

const noon = Date.UTC(2025, 5, 1, 12)
const minutes = (count: number) => count * 60_000
const poster: AddressSubject = {
  accountId: 'acme' as AccountId,
  assetId: 'a'.repeat(26) as AssetId,
  versionId: 'b'.repeat(26) as VersionId,
  fileName: 'grün & "gut".jpg',
}

function addressesAt(start = noon, key = 'a key') {
  const clock = { time: start, now: () => clock.time }
  const secrets = {
    sign: (purpose: string, text: string) => createHmac('sha256', `${key}/${purpose}`).update(text).digest('base64url'),
    equal: (a: string, b: string) => a === b,
  } as Secrets
  return { clock, ...signedAddresses({ secrets, clock }) }
}

function claimOf(path: string, change: Partial<AddressClaim> = {}): AddressClaim {
  const [, , kind, assetId, versionId, expires, signature] = path.split('/')
  return {
    kind: kind as AddressKind,
    accountId: poster.accountId,
    assetId: assetId as AssetId,
    versionId: versionId as VersionId,
    expires: Number(expires),
    signature: signature ?? '',
    ...change,
  }
}

test('an address is good for at least five and at most sixty minutes, whenever it was made', () => {
  for (let late = 0; late < 20; late++) {
    const { clock, original, verify } = addressesAt(noon + minutes(late) - 1)
    const claim = claimOf(original(poster))

    clock.time += minutes(5)
    expect(verify(claim)).toBe('good')
    clock.time += minutes(55)
    expect(verify(claim)).toBe('expired')
  }
})

test('an address stays the same for ten minutes', () => {
  const { clock, preview } = addressesAt()
  const first = preview(poster, 800)

  clock.time += minutes(10) - 1
  expect(preview(poster, 800)).toBe(first)
  clock.time += 1
  expect(preview(poster, 800)).not.toBe(first)
})

test('the size at the end of a preview may be changed', () => {
  const { preview, verify } = addressesAt()
  const path = preview(poster, 800)

  expect(path).toMatch(/\/800$/)
  expect(verify(claimOf(path.replace(/800$/, '120')))).toBe('good')
})

test('whatever else is changed makes an address worthless', () => {
  const { original, preview, verify } = addressesAt()
  const path = original(poster)

  expect(verify(claimOf(path))).toBe('good')
  expect(verify(claimOf(preview(poster, 800), { kind: 'original' }))).toBe('forged')
  expect(verify(claimOf(path, { accountId: 'other' as AccountId }))).toBe('forged')
  expect(verify(claimOf(path, { assetId: 'c'.repeat(26) as AssetId }))).toBe('forged')
  expect(verify(claimOf(path, { versionId: 'c'.repeat(26) as VersionId }))).toBe('forged')
  expect(verify(claimOf(path, { expires: claimOf(path).expires + 600 }))).toBe('forged')
  expect(verify(claimOf(path, { signature: '' }))).toBe('forged')
  expect(verify(claimOf(addressesAt(noon, 'another key').original(poster)))).toBe('forged')
})

test('a file name travels as one segment that reads back', () => {
  const { original } = addressesAt()

  const last = original(poster).split('/').at(-1) ?? ''

  expect(decodeURIComponent(last)).toBe(poster.fileName)
})

test('an address of a share names it, and is good for no other and for none', () => {
  const { original, verify } = addressesAt()
  const shared = { ...poster, share: 'a-share' as ShareId }

  const path = original(shared)

  expect(path.endsWith('?share=a-share')).toBe(true)
  expect(verify(claimOf(path, { share: shared.share }))).toBe('good')
  expect(verify(claimOf(path, { share: 'another' as ShareId }))).toBe('forged')
  expect(verify(claimOf(path))).toBe('forged')
  expect(verify(claimOf(original(poster), { share: shared.share }))).toBe('forged')
})

test('an address of an edit is good for that edit alone, and has the name of what comes', () => {
  const { edit, verify } = addressesAt()
  const size = { width: 300, height: 400, fit: 'exact' } as const

  const path = edit(poster, { crop: null, size, dpi: 72, format: 'png' })

  expect(path).toMatch(/^\/direct\/edit-exact300x400-72dpi\.png\/.*\.png$/)
  expect(verify(claimOf(path))).toBe('good')
  expect(verify(claimOf(path, { kind: 'edit-exact300x401-72dpi.png' }))).toBe('forged')
})
