/** Why the connector does not start: one sentence for whoever set the environment. */
export class ConfigError extends Error {}

/** Every variable the connector knows; docs/connector.md says what each means. */
const names = [
  'CONNECTOR_DATA',
  'CONNECTOR_HOST',
  'CONNECTOR_PORT',
  'CONNECTOR_PUBLIC_URL',
  'CONNECTOR_TRUST_PROXY',
  'CONNECTOR_ALLOW_HTTP',
  'CONNECTOR_ADMIN_EMAIL',
  'CONNECTOR_ADMIN_PASSWORD',
  'CONNECTOR_ALLOW_PRIVATE_NETWORK',
  'CONNECTOR_METRICS_TOKEN',
  'CONNECTOR_POLL_SECONDS',
  'CONNECTOR_DOWNLOADS',
  'CONNECTOR_LOG',
] as const
type Name = (typeof names)[number]
export type Environment = Partial<Record<Name, string>>

/** The variables that are set and not empty. An unknown `CONNECTOR_…` name is a spelling mistake, so it stops the start. */
export function readEnvironment(source: NodeJS.ProcessEnv): Environment {
  const unknown = Object.keys(source).find((name) => name.startsWith('CONNECTOR_') && !isKnown(name))
  if (unknown) throw new ConfigError(`${unknown} is not a setting of the connector; it knows ${names.join(', ')}.`)
  return Object.fromEntries(names.flatMap((name) => (source[name] ? [[name, source[name]]] : [])))
}

const isKnown = (name: string): name is Name => (names as readonly string[]).includes(name)
