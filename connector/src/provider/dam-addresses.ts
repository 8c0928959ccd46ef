import { type Addresses, addressesOf } from '@descant/client'

/**
 * Where a DAM is asked. Plain HTTP, which this machine means when it is named without a scheme, is judged where it
 * connects: it goes to private networks only, and there only where a setting allows it.
 */
export function damAddresses(domain: string): Addresses {
  const typed = domain.trim()
  const isThisMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(typed)
  const plain = URL.parse(isThisMachine ? `http://${typed}` : typed)
  const isPlain = plain?.protocol === 'http:' && plain.username === '' && plain.password === ''
  return isPlain ? { api: plain.origin, oauth: plain.origin } : addressesOf(typed)
}
