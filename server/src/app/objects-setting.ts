import { join, resolve } from 'node:path'
import { ConfigError, type Environment } from './read-environment.ts'

const mebibyte = 1024 * 1024

/** Where the bytes of originals and renditions live. */
export type ObjectsSetting =
  | {
      kind: 'file'
      folder: string
      /** What a proxy in front calls the folder, with a slash at both ends; `null`: it knows nothing of it. */
      proxyPath: string | null
    }
  | {
      kind: 's3'
      bucket: string
      /** Empty, or ends with a slash. */
      prefix: string
      /** Origin of a server that speaks S3; `null`: Amazon's own. */
      endpoint: string | null
      /** `null`: as AWS clients read it. */
      region: string | null
      /** The bucket's origin as browsers know it, where they are sent to it for bytes; `null`: they are not. */
      redirect: { endpoint: string | null } | null
      /** How forms are signed that lead senders to the bucket; `null`: they lead to the server. */
      form: 'v4' | 'v2' | null
      /** For copies of files that tools work on. */
      cacheBytes: number
    }

/** `DESCANT_OBJECTS`: `file:/some/folder` or `s3://bucket/prefix?endpoint=…&region=…`. */
export function readObjectsSetting(env: Environment, dataFolder: string): ObjectsSetting {
  const value = env.DESCANT_OBJECTS
  if (value?.startsWith('s3:')) {
    if (env.DESCANT_ACCEL_REDIRECT !== undefined)
      throw new ConfigError(
        'DESCANT_ACCEL_REDIRECT is for files; with s3:// storage, redirect=1 in DESCANT_OBJECTS does the like.',
      )
    return readBucket(value)
  }
  return { kind: 'file', folder: readFolder(value, dataFolder), proxyPath: readProxyPath(env) }
}

function readFolder(value: string | undefined, dataFolder: string): string {
  if (value === undefined) return join(dataFolder, 'objects')
  const folder = value.startsWith('file:') ? value.slice('file:'.length).replace(/^\/\/(?=\/)/, '') : ''
  if (folder) return resolve(folder)
  throw new ConfigError(`DESCANT_OBJECTS is ${value}; it should be file:/some/folder or s3://bucket/prefix.`)
}

const s3Options = ['endpoint', 'region', 'redirect', 'form', 'cache']

function readBucket(value: string): ObjectsSetting {
  const url = URL.parse(value)
  if (!url?.hostname || url.protocol !== 's3:' || url.hash)
    throw wrong('it should be like s3://bucket/prefix?region=eu-central-1')
  if (url.username || url.password)
    throw wrong('it should not hold a key: give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY')
  const unknown = [...url.searchParams.keys()].find((name) => !s3Options.includes(name))
  if (unknown) throw wrong(`${unknown} is none of its options, which are ${s3Options.join(', ')}`)

  const option = (name: string) => url.searchParams.get(name) || null
  const prefix = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '')
  const cache = option('cache') ?? '4096'
  if (!/^\d{1,9}$/.test(cache)) throw wrong('cache should be a whole number of MiB')
  return {
    kind: 's3',
    bucket: url.hostname,
    prefix: prefix && `${prefix}/`,
    endpoint: readEndpoint('endpoint', option('endpoint')),
    region: option('region'),
    redirect: readRedirect(option('redirect'), option('endpoint')),
    form: readForm(option('form') ?? 'v4'),
    cacheBytes: Number(cache) * mebibyte,
  }
}

/** `1`: by the endpoint's own name; an origin: by that. */
function readRedirect(value: string | null, endpoint: string | null): { endpoint: string | null } | null {
  if (value === null || value === '0') return null
  return { endpoint: readEndpoint('redirect', value === '1' ? endpoint : value) }
}

function readForm(value: string): 'v4' | 'v2' | null {
  if (value === 'server') return null
  if (value !== 'v4' && value !== 'v2') throw wrong('form should be v4, v2 or server')
  return value
}

function readEndpoint(name: string, value: string | null): string | null {
  if (value === null) return null
  const url = URL.parse(value)
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username)
    throw wrong(`${name} should be an origin, like https://s3.example.com`)
  return url.origin
}

/** Only a proxy that says whom it speaks for is handed anything over, so that one must be named. */
function readProxyPath(env: Environment): string | null {
  const value = env.DESCANT_ACCEL_REDIRECT
  if (value === undefined) return null
  if (!/^\/([\w-]+\/)+$/.test(value))
    throw new ConfigError(`DESCANT_ACCEL_REDIRECT is ${value}; it should be a path like /descant-objects/.`)
  if (env.DESCANT_TRUST_PROXY === undefined)
    throw new ConfigError('DESCANT_ACCEL_REDIRECT is for a proxy in front: name its address in DESCANT_TRUST_PROXY.')
  return value
}

const wrong = (why: string) => new ConfigError(`DESCANT_OBJECTS names S3 storage: ${why}.`)
