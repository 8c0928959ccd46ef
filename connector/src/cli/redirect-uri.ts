import { redirectUriAt } from '../api/origin.ts'
import type { Config } from '../config.ts'
import { hostInAddress } from '../host-in-address.ts'
import type { FactStore } from '../state/facts.ts'

/** The redirect URL to register with the API key: as configured, or where the server was last seen. */
export function knownRedirectUri({ publicUrl, host, port, isGiven }: Config, facts: FactStore): string {
  if (publicUrl) return redirectUriAt(publicUrl)
  const configured = `http://${hostInAddress(host)}:${port}`
  const isCertain = isGiven.address && port !== 0
  return redirectUriAt(isCertain ? configured : (facts.read('origin') ?? configured))
}
