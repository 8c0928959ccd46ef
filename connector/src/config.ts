import { resolve } from 'node:path'
import { ConfigError, type Environment, readEnvironment } from './read-environment.ts'

export type Config = {
  dataFolder: string
  host: string
  port: number
  /** Origin of the addresses people are given; `null`: as the request says. */
  publicUrl: string | null
  /** Addresses whose `X-Forwarded-*` count; empty: nobody's. */
  trustProxy: string[]
  admin: { email: string; password: string | null }
  /** A DAM on a private or loopback address may be named. */
  allowPrivateNetwork: boolean
  /** What the environment says itself; a command goes by the server's word for the rest. */
  isGiven: { address: boolean; privateNetwork: boolean }
  /** Opens `/metrics` to whoever sends it, besides loopback. */
  metricsToken: string | null
  /** How often a server without a change feed is asked. */
  pollEveryMs: number
  /** Files fetched at the same time. */
  downloadsAtOnce: number
  logLevel: string
}

/** The environment, read once; contradictions end the start with one sentence. */
export function loadConfig(source: NodeJS.ProcessEnv = process.env): Config {
  const env = readEnvironment(source)
  const host = env.CONNECTOR_HOST ?? '127.0.0.1'
  const publicUrl = readOrigin(env)
  const trustProxy = list(env.CONNECTOR_TRUST_PROXY)
  if (!isLoopback(host) && trustProxy.length === 0 && !flag(env, 'CONNECTOR_ALLOW_HTTP', false)) {
    throw new ConfigError(
      `CONNECTOR_HOST is ${host}, which is reachable from elsewhere over plain HTTP: name a proxy in CONNECTOR_TRUST_PROXY, or set CONNECTOR_ALLOW_HTTP=1.`,
    )
  }

  return {
    dataFolder: resolve(env.CONNECTOR_DATA ?? './data/connector'),
    host,
    port: wholeNumber(env, 'CONNECTOR_PORT', 8090, 0, 65_535),
    publicUrl,
    trustProxy,
    admin: readAdmin(env),
    allowPrivateNetwork: flag(env, 'CONNECTOR_ALLOW_PRIVATE_NETWORK', false),
    isGiven: {
      address: env.CONNECTOR_HOST !== undefined || env.CONNECTOR_PORT !== undefined,
      privateNetwork: env.CONNECTOR_ALLOW_PRIVATE_NETWORK !== undefined,
    },
    metricsToken: env.CONNECTOR_METRICS_TOKEN ?? null,
    pollEveryMs: wholeNumber(env, 'CONNECTOR_POLL_SECONDS', 30, 1, 86_400) * 1000,
    downloadsAtOnce: wholeNumber(env, 'CONNECTOR_DOWNLOADS', 4, 1, 64),
    logLevel: oneOf(env, 'CONNECTOR_LOG', 'info', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  }
}

function readOrigin(env: Environment): string | null {
  const value = env.CONNECTOR_PUBLIC_URL
  if (value === undefined) return null
  const url = URL.parse(value)
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) {
    throw new ConfigError(
      `CONNECTOR_PUBLIC_URL is ${value}; it should be an origin, like https://connector.example.com.`,
    )
  }
  return url.origin
}

function readAdmin(env: Environment): Config['admin'] {
  const email = env.CONNECTOR_ADMIN_EMAIL ?? 'admin@descant.local'
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw new ConfigError(`CONNECTOR_ADMIN_EMAIL is ${email}; it should be an e-mail address.`)
  }
  return { email, password: env.CONNECTOR_ADMIN_PASSWORD ?? null }
}

const list = (value = ''): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

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
  if (number >= least && number <= most) return number
  throw new ConfigError(`${name} is ${value}; it should be a whole number from ${least} to ${most}.`)
}

function oneOf(env: Environment, name: keyof Environment, otherwise: string, words: string[]): string {
  const value = env[name] ?? otherwise
  if (words.includes(value)) return value
  throw new ConfigError(`${name} is ${value}; it should be one of ${words.join(', ')}.`)
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
