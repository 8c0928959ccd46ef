/** Why the server does not start: one sentence for whoever set the environment. */
export class ConfigError extends Error {}

/** Every variable the library knows; docs/operating.md says what each means. */
const names = [
  'DESCANT_DATA',
  'DESCANT_HOST',
  'DESCANT_PORT',
  'DESCANT_PUBLIC_URL',
  'DESCANT_ACCOUNT_HOST',
  'DESCANT_TRUST_PROXY',
  'DESCANT_TLS_CERT',
  'DESCANT_TLS_KEY',
  'DESCANT_ALLOW_HTTP',
  'DESCANT_DATABASE_URL',
  'DESCANT_OBJECTS',
  'DESCANT_ACCEL_REDIRECT',
  'DESCANT_SMTP_URL',
  'DESCANT_MAIL_FROM',
  'DESCANT_SECRET_KEY',
  'DESCANT_ADMIN_EMAIL',
  'DESCANT_ADMIN_PASSWORD',
  'DESCANT_SAMPLE',
  'DESCANT_RATE_LIMITS',
  'DESCANT_ACTIVITY_DAYS',
  'DESCANT_ALLOW_PRIVATE_NETWORK',
  'DESCANT_SEARCH_MEMORY',
  'DESCANT_WORKERS',
  'DESCANT_MEDIA_MEGAPIXELS',
  'DESCANT_MEDIA_SECONDS',
  'DESCANT_MEDIA_MEMORY_MB',
  'DESCANT_MEDIA_PAGES',
  'DESCANT_LOG',
] as const
export type Name = (typeof names)[number]
export type Environment = Partial<Record<Name, string>>

/** The variables that are set and not empty. An unknown `DESCANT_…` name is a spelling mistake, so it stops the start. */
export function readEnvironment(source: NodeJS.ProcessEnv): Environment {
  const unknown = Object.keys(source).filter((name) => name.startsWith('DESCANT_') && !isKnown(name))
  if (unknown[0]) {
    throw new ConfigError(`${unknown[0]} is not a setting of Descant; it knows ${names.join(', ')}.`)
  }
  return Object.fromEntries(names.flatMap((name) => (source[name] ? [[name, source[name]]] : [])))
}

const isKnown = (name: string): name is Name => (names as readonly string[]).includes(name)
