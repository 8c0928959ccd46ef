import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Keeps secrets unreadable in the database file. What it is about is part of the seal, so a secret cannot be moved. */
export type Seal = {
  close(secret: string, about: string): Uint8Array
  open(sealed: Uint8Array, about: string): string
}

/** AES-256-GCM with a key that lies beside the database, readable by its owner alone; made on first use. */
export function openSeal(dataFolder: string): Seal {
  const key = readKey(dataFolder)
  return {
    close(secret, about) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed)
      const opened = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(about))
      opened.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([opened.update(bytes.subarray(28)), opened.final()]).toString('utf8')
    },
  }
}

function readKey(dataFolder: string): Buffer {
  const file = join(dataFolder, 'secret.key')
  const text = readIfThere(file) ?? makeKey(file)
  if (!/^[0-9a-f]{64}\n?$/.test(text)) {
    throw new Error(`${file} is damaged: it should hold 64 hexadecimal digits. Restore it from a backup.`)
  }
  return Buffer.from(text.trim(), 'hex')
}

function makeKey(file: string): string {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const handle = openSync(draft, 'wx', 0o600)
  writeSync(handle, `${randomBytes(32).toString('hex')}\n`)
  fsyncSync(handle)
  closeSync(handle)
  try {
    linkSync(draft, file) // atomic, and refuses a key that another process made first
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
  return readFileSync(file, 'utf8')
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
