import { randomUUID } from 'node:crypto'
import type { UploadEntry, UploadSetting, UploadStatusList } from '@descant/contract'
import type { AssetId } from '../../src/domain/asset/asset.ts'
import type { User } from '../../src/domain/user/user.ts'
import { type Answer, type Ask, ask } from './http-client.ts'

export type Verb = <Body = unknown>(path: string, options?: Ask) => Promise<Answer<Body>>

/** Somebody with an account and a token, speaking HTTP. */
export type Person = {
  user: User
  password: string
  token: string
  get: Verb
  post: Verb
  put: Verb
  delete: Verb
  ask<Body = unknown>(method: string, path: string, options?: Ask): Promise<Answer<Body>>
  /** Uploads by the published form post; answers what the status says once it is Done or Error. */
  upload(file: { name: string; bytes: Uint8Array }, fields?: Record<string, string>): Promise<UploadEntry>
  /** Uploads and waits; the id of the new asset. */
  has(file: { name: string; bytes: Uint8Array }, fields?: Record<string, string>): Promise<AssetId>
}

export function personAt(
  origin: string,
  host: string | null,
  user: User,
  password: string,
  token: string,
  settle: () => Promise<void>,
): Person {
  const askAs = <Body>(method: string, path: string, options: Ask = {}) =>
    ask<Body>(method, new URL(path, origin).href, {
      ...options,
      headers: { authorization: `Bearer ${token}`, ...(host ? { 'x-forwarded-host': host } : {}), ...options.headers },
    })

  const person: Person = {
    user,
    password,
    token,
    ask: askAs,
    get: (path, options) => askAs('GET', path, options),
    post: (path, options) => askAs('POST', path, options),
    put: (path, options) => askAs('PUT', path, options),
    delete: (path, options) => askAs('DELETE', path, options),

    async upload(file, fields = {}) {
      const refer = randomUUID()
      const setting = await person.get<UploadSetting>('/api/v1/upload/setting?form=server')
      const { url, ...given } = setting.body
      const form = new FormData()
      for (const [name, value] of Object.entries({ ...given, 'x-amz-meta-refer_id': refer, ...fields }))
        form.append(name, value)
      form.append('file', new Blob([Buffer.from(file.bytes)]), file.name)
      const target = new URL(new URL(url).pathname, origin).href // by the address that is there, whatever the host's name
      const posted = await ask('POST', target, { body: form, headers: host ? { 'x-forwarded-host': host } : {} })
      if (posted.status >= 300) throw new Error(`Upload answered ${posted.status}: ${posted.bytes.toString()}`)
      await settle()
      const mine = (await uploads(person)).find((entry) => entry.refer_id === refer)
      if (!mine) throw new Error(`The upload of ${file.name} is not in the upload status`)
      return mine
    },

    async has(file, fields) {
      const entry = await person.upload(file, fields)
      if (entry.status !== 'Done') throw new Error(`${file.name} ended as ${entry.status}: ${entry.message}`)
      return entry.id as AssetId
    },
  }
  return person
}

async function uploads(person: Person): Promise<UploadEntry[]> {
  return (await person.get<UploadStatusList>('/api/v1/upload/status?hours=24')).body.results
}
