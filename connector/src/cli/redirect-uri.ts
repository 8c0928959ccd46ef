import { redirectUriAt } from '../api/origin.ts'
import type { Config } from '../config.ts'
import type { FactStore } from '../state/facts.ts'

/** The redirect URL to register with the API key, as far as it can be known without a request. */
export function knownRedirectUri({ publicUrl, host, port }: Config, facts: FactStore): string {
  if (publicUrl) return redirectUriAt(publicUrl)
  const everyAddress = ['0.0.0.0', '::', '[::]']
  const name = everyAddress.includes(host) ? 'localhost' : host
  if (port === 0) return redirectUriAt(facts.read('listening-on') ?? `http://${name}`)
  return redirectUriAt(`http://${name.includes(':') ? `[${name}]` : name}:${port}`)
}
