import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type ThrowawayBucket = {
  endpoint: string
  bucket: string
  /** For `DESCANT_OBJECTS`; each asks for another prefix. */
  address(options?: Record<string, string>): string
  close(): Promise<void>
}

/** What `s3rver` takes, and where AWS clients look for it. */
const credentials = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' }

/** A server that speaks S3, with an empty bucket. */
export async function throwawayBucket(): Promise<ThrowawayBucket> {
  Object.assign(process.env, credentials)
  const directory = await mkdtemp(join(tmpdir(), 'bucket-'))
  const bucket = 'descant-test'
  const entry = new URL('../processes/bucket.ts', import.meta.url)
  // It lists with a cipher that OpenSSL calls old.
  const child = fork(entry, [directory, bucket], { execArgv: ['--openssl-legacy-provider'] })
  const [port] = (await once(child, 'message')) as [number]
  const endpoint = `http://127.0.0.1:${port}`
  let places = 0
  return {
    endpoint,
    bucket,
    address: (options = {}) =>
      `s3://${bucket}/library-${++places}?${new URLSearchParams({ endpoint, ...options }).toString()}`,
    async close() {
      child.kill('SIGKILL')
      await once(child, 'exit')
      await rm(directory, { recursive: true, force: true })
    },
  }
}
