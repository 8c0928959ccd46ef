import { createHash } from 'node:crypto'
import { availableParallelism, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { type ObjectsSetting, readObjectsSetting } from './objects-setting.ts'
import { ConfigError, type Environment, readEnvironment } from './read-environment.ts'

export type Config = {
  dataFolder: string
  objects: ObjectsSetting
  host: string
  port: number
  publicUrl: string | null
  /** Host name of the first account. */
  accountHost: string
  /** Addresses whose `X-Forwarded-*` count; empty: nobody's. */
  trustProxy: string[]
  tls: { certFile: string; keyFile: string } | null
  databaseUrl: string | null
  /** 32 bytes; `null`: made on first start and kept in the data folder. */
  secretKey: Buffer | null
  admin: { email: string; password: string | null }
  /** `null`: mail stays in the outbox. */
  smtp: { url: string; from: string } | null
  sample: boolean
  rateLimits: boolean
  /** How long the reports of activity go back; `null`: for ever. */
  activityDaysKept: number | null
  /** Webhooks may lead to this machine and its own networks. */
  allowPrivateNetwork: boolean
  /** What the search indexes may take together. */
  searchMemoryMiB: number
  workers: number
  /** What one file may cost. */
  media: { maxPixels: number; timeoutMs: number; maxMemoryBytes: number; maxPages: number }
  logLevel: string
}

/** The environment, read once; contradictions end the start with one sentence. */
export function loadConfig(source: NodeJS.ProcessEnv = process.env): Config {
  const env = readEnvironment(source)
  const dataFolder = resolve(env.DESCANT_DATA ?? './data')
  const host = env.DESCANT_HOST ?? '127.0.0.1'
  const tls = readTls(env)
  const trustProxy = (env.DESCANT_TRUST_PROXY ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const allowHttp = flag(env, 'DESCANT_ALLOW_HTTP', false)
  if (!isLoopback(host) && !tls && trustProxy.length === 0 && !allowHttp) {
    throw new ConfigError(
      `DESCANT_HOST is ${host}, which is reachable from elsewhere over plain HTTP: give DESCANT_TLS_CERT and DESCANT_TLS_KEY, name a proxy in DESCANT_TRUST_PROXY, or set DESCANT_ALLOW_HTTP=1.`,
    )
  }

  return {
    dataFolder,
    objects: readObjectsSetting(env, dataFolder),
    host,
    port: wholeNumber(env, 'DESCANT_PORT', 8080, 0, 65_535),
    publicUrl: readOrigin(env),
    accountHost: readHostName(env),
    trustProxy,
    tls,
    databaseUrl: readDatabaseUrl(env),
    secretKey: readSecretKey(env),
    admin: readAdmin(env),
    smtp: readSmtp(env),
    sample: flag(env, 'DESCANT_SAMPLE', false),
    rateLimits: flag(env, 'DESCANT_RATE_LIMITS', true),
    activityDaysKept: wholeNumber(env, 'DESCANT_ACTIVITY_DAYS', 730, 0, 36_500) || null,
    allowPrivateNetwork: flag(env, 'DESCANT_ALLOW_PRIVATE_NETWORK', false),
    searchMemoryMiB: wholeNumber(env, 'DESCANT_SEARCH_MEMORY', halfOfMemoryMiB(), 1, 10_000_000),
    media: readMediaLimits(env),
    workers: wholeNumber(env, 'DESCANT_WORKERS', Math.max(1, availableParallelism() - 1), 0, 256),
    logLevel: oneOf(env, 'DESCANT_LOG', 'info', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  }
}

/** Where the databases are. */
export const databaseOptions = ({ databaseUrl, dataFolder }: Config): { url: string } | { dataFolder: string } =>
  databaseUrl === null ? { dataFolder } : { url: databaseUrl }

/** Snapshots of search indexes, and what running processes say of theirs. */
export const searchFolder = ({ dataFolder }: Pick<Config, 'dataFolder'>): string => join(dataFolder, 'search')

/** Of the machine, or of what a container lets the process have. */
function halfOfMemoryMiB(): number {
  const most = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
  return Math.max(64, Math.floor(most / 2 / (1024 * 1024)))
}

function readMediaLimits(env: Environment): Config['media'] {
  return {
    maxPixels: wholeNumber(env, 'DESCANT_MEDIA_MEGAPIXELS', 200, 1, 2000) * 1_000_000,
    timeoutMs: wholeNumber(env, 'DESCANT_MEDIA_SECONDS', 60, 5, 3600) * 1000,
    maxMemoryBytes: wholeNumber(env, 'DESCANT_MEDIA_MEMORY_MB', 2048, 256, 65_536) * 1024 * 1024,
    maxPages: wholeNumber(env, 'DESCANT_MEDIA_PAGES', 500, 1, 100_000),
  }
}

function readTls(env: Environment): Config['tls'] {
  const [certFile, keyFile] = [env.DESCANT_TLS_CERT, env.DESCANT_TLS_KEY]
  if (!certFile !== !keyFile)
    throw new ConfigError('DESCANT_TLS_CERT and DESCANT_TLS_KEY go together: one is set and the other is not.')
  return certFile && keyFile ? { certFile, keyFile } : null
}

function readOrigin(env: Environment): string | null {
  const value = env.DESCANT_PUBLIC_URL
  if (value === undefined) return null
  const url = URL.parse(value)
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw new ConfigError(`DESCANT_PUBLIC_URL is ${value}; it should be an origin, like https://dam.example.com.`)
  }
  return url.origin
}

function readHostName(env: Environment): string {
  const value = (env.DESCANT_ACCOUNT_HOST ?? 'localhost').toLowerCase()
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(value)) {
    throw new ConfigError(`DESCANT_ACCOUNT_HOST is ${value}; it should be a host name, like acme.dam.example.`)
  }
  return value
}

function readDatabaseUrl(env: Environment): string | null {
  const value = env.DESCANT_DATABASE_URL ?? null
  if (value !== null && !/^postgres(ql)?:\/\//.test(value)) {
    throw new ConfigError(
      'DESCANT_DATABASE_URL should start with postgres://; leave it unset for SQLite in the data folder.',
    )
  }
  return value
}

/** Sixty-four hexadecimal digits are the key itself; another text of some length is hashed to one. */
function readSecretKey(env: Environment): Buffer | null {
  const value = env.DESCANT_SECRET_KEY
  if (value === undefined) return null
  if (/^[0-9a-fA-F]{64}$/.test(value)) return Buffer.from(value, 'hex')
  if (value.length >= 32) return createHash('sha256').update(value).digest()
  throw new ConfigError('DESCANT_SECRET_KEY is too short; `openssl rand -hex 32` makes a good one.')
}

function readAdmin(env: Environment): Config['admin'] {
  const email = env.DESCANT_ADMIN_EMAIL ?? 'admin@descant.local'
  if (!/^[^\s@]+@[^\s@]+$/.test(email))
    throw new ConfigError(`DESCANT_ADMIN_EMAIL is ${email}; it should be an e-mail address.`)
  return { email, password: env.DESCANT_ADMIN_PASSWORD ?? null }
}

function readSmtp(env: Environment): Config['smtp'] {
  const [url, from] = [env.DESCANT_SMTP_URL, env.DESCANT_MAIL_FROM]
  if (!url !== !from)
    throw new ConfigError('DESCANT_SMTP_URL and DESCANT_MAIL_FROM go together: one is set and the other is not.')
  if (!url || !from) return null
  if (!/^smtps?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new ConfigError('DESCANT_SMTP_URL should look like smtp://user:password@mail.example.com:587, or smtps://…')
  if (!/^[^\s@<>]+@[^\s@<>]+$|<[^\s@<>]+@[^\s@<>]+>$/.test(from))
    throw new ConfigError(
      `DESCANT_MAIL_FROM is ${from}; it should be an e-mail address, like Library <dam@example.com>.`,
    )
  return { url, from }
}

function flag(env: Environment, name: keyof Environment, otherwise: boolean): boolean {
  const value = env[name]
  if (value === undefined) return otherwise
  if (['1', 'on', 'true', 'yes'].includes(value.toLowerCase())) return true
  if (['0', 'off', 'false', 'no'].includes(value.toLowerCase())) return false
  throw new ConfigError(`${name} is ${value}; it should be on or off.`)
}

function wholeNumber(
  env: Environment,
  name: keyof Environment,
  otherwise: number,
  least: number,
  most: number,
): number {
  const value = env[name]
  if (value === undefined) return otherwise
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
  if (!(number >= least && number <= most)) {
    throw new ConfigError(`${name} is ${value}; it should be a whole number from ${least} to ${most}.`)
  }
  return number
}

function oneOf(env: Environment, name: keyof Environment, otherwise: string, words: string[]): string {
  const value = env[name] ?? otherwise
  if (!words.includes(value)) throw new ConfigError(`${name} is ${value}; it should be one of ${words.join(', ')}.`)
  return value
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
