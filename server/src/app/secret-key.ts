import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The server's key: from the configuration, or made on first start and kept, readable by its owner alone. */
export async function secretKey(configured: Buffer | null, dataFolder: string): Promise<Buffer> {
  if (configured) return configured
  const file = join(dataFolder, 'secret.key')
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  return (await readKey(file)) ?? (await makeKey(file)) ?? (await readKey(file)) ?? refuse(file)
}

async function readKey(file: string): Promise<Buffer | undefined> {
  const text = await readFile(file, 'utf8').catch(ignoreMissing)
  if (text === undefined) return undefined
  return /^[0-9a-f]{64}$/.test(text.trim()) ? Buffer.from(text.trim(), 'hex') : refuse(file)
}

/** `undefined` when another process was first. */
async function makeKey(file: string): Promise<Buffer | undefined> {
  const key = randomBytes(32)
  const handle = await open(file, 'wx', 0o600).catch(ignoreExisting)
  if (!handle) return undefined
  try {
    await handle.writeFile(`${key.toString('hex')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return key
}

function refuse(file: string): never {
  throw new Error(`${file} is damaged: it should hold 64 hexadecimal digits. Restore it from a backup.`)
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

function ignoreExisting(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'EEXIST') throw error
}
