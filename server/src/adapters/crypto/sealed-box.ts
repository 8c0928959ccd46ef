import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const ivBytes = 12
const tagBytes = 16
const form = 'v1.'

/** AES-256-GCM with a fresh nonce each time: `v1.` and base64url of nonce, tag and cipher text. */
export function seal(key: Uint8Array, plain: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return form + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Throws when one bit differs, or when another key sealed it. */
export function unseal(key: Uint8Array, text: string): string {
  const bytes = Buffer.from(text.slice(form.length), 'base64url')
  if (!text.startsWith(form) || bytes.length < ivBytes + tagBytes) throw new Error('This was not sealed here')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
}
