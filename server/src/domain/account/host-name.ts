const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
const form = new RegExp(`^(?=.{1,253}$)${label}(\\.${label})*$`)

/** `acme.dam.example`: lower case, no port, no scheme (RFC 1123; names in other scripts as punycode). */
export const isHostName = (text: string): boolean => form.test(text)

/**
 * The host somebody meant by an account's address, however it was pasted: `Acme.dam.example`, with a port, with a
 * scheme, with a path. `null` when there is none in it.
 */
export function hostNameIn(address: string): string | null {
  const text = address.trim()
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`)
  return url?.hostname ? url.hostname.replace(/\.$/, '') : null
}
